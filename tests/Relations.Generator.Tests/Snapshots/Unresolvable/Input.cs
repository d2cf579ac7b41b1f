using System.Collections.Generic;
using Relations;

namespace Unresolvable;

[Entity]
public partial class Source
{
    public int Id { get; set; }

    [HasMany(through: typeof(Through))] public partial IReadOnlyList<Target> NoKeys { get; }
    [HasMany] public partial IReadOnlyList<Target> NoForeignKey { get; set; }
    [HasMany] public partial Dictionary<int, Target> NoList { get; }
    [HasOne] public partial Source? NoKey { get; init; }
    [BelongsTo] public partial string? NoEntity { get; }
    [HasMany(through: typeof(string))] public partial Target?[]? NoThrough { get; }
    public string? Sound { get; set; }
}

[Entity]
public partial class Target
{
    public string Name { get; set; } = "";

    [HasMany] public partial IReadOnlyList<Source> Sources { get; }
}

[Entity]
public partial class Through
{
    public int Id { get; set; }
}

[Entity]
public abstract partial class Generic<T>
{
    [HasMany] public partial IReadOnlyList<T> Items { get; }
}

public partial class Unmarked
{
    [HasMany] public partial IReadOnlyList<Target> Targets { get; }
    public int Id { get; set; }
}

public partial class Unmarked
{
    [BelongsTo] public partial Target? Target { get; set; }
}
