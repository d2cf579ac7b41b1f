using System.Collections.Generic;
using Relations;

namespace KeywordNames.@namespace;

[Entity]
public partial class @class
{
    public int Id { get; set; }
    public string? @event { get; set; }
    public int @int { get; set; }
    public int value { get; set; }
    public int field { get; set; }
    public int table { get; set; }

    [HasMany(through: typeof(@void))]
    public partial IReadOnlyList<@object> @return { get; }
}

[Entity]
public partial class @object
{
    public int Id { get; set; }
    public int Bind { get; set; }
    public int Assign { get; set; }
    public int ToRow { get; set; }
    public int Value { get; set; }
    public int Field { get; set; }
    public new int GetType { get; set; }

    // names that the repository has already
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> Session { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> Take { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> Where { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> Include { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> In { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> Definition { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> Instance { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> Name { get; }
    [HasMany(through: typeof(@void))] public partial IReadOnlyList<@class> InclusionResolvers { get; }
}

[Entity]
public partial class @void
{
    public int classId { get; set; }
    public int objectId { get; set; }
    public int @new { get; set; }
    public int Bind { get; set; }
    public int ToRow { get; set; }
    public int IsAssigned { get; set; }
    public int initial { get; set; }
}

[Entity]
public partial class Values
{
    public int Id { get; set; }
    public int RowId { get; set; }
    public int Get { get; set; }
    public int Set { get; set; }

    [BelongsTo] public partial Row? Row { get; }
}

[Entity]
public partial class Row
{
    public int Id { get; set; }
    public int? RowId { get; set; }

    [BelongsTo(KeyFrom = "RowId")] public partial Row? Parent { get; }
}
