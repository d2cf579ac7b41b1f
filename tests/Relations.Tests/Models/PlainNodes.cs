using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// The database makes the key.
[Entity]
public partial class NumberNode : INode<NumberNode, NumberEdge>
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public int? ParentId { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentId))]
    public partial NumberNode? Parent { get; }

    [HasMany(KeyTo = nameof(ParentId))]
    public partial IReadOnlyList<NumberNode> Children { get; }

    [HasMany(through: typeof(NumberEdge), ThroughKeyFrom = nameof(NumberEdge.FromId), ThroughKeyTo = nameof(NumberEdge.ToId))]
    public partial IReadOnlyList<NumberNode> Next { get; }

    [HasMany(through: typeof(NumberEdge), ThroughKeyFrom = nameof(NumberEdge.ToId), ThroughKeyTo = nameof(NumberEdge.FromId))]
    public partial IReadOnlyList<NumberNode> Previous { get; }

    [HasMany(through: typeof(NumberEdge), ThroughKeyFrom = nameof(NumberEdge.FromId), ThroughKeyTo = nameof(NumberEdge.ToId))]
    public partial IReadOnlyList<Link<NumberNode, NumberEdge>> Edges { get; }
}

[Entity]
public partial class NumberEdge : IEdge
{
    public int FromId { get; set; }

    public int ToId { get; set; }

    public int Weight { get; set; } = 1;
}

// The client makes the key, a number.
[Entity]
public partial class LongNode : INode<LongNode, LongEdge>
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public long Id { get; init; }

    public required string Name { get; set; }

    public long? ParentId { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentId))]
    public partial LongNode? Parent { get; }

    [HasMany(KeyTo = nameof(ParentId))]
    public partial IReadOnlyList<LongNode> Children { get; }

    [HasMany(through: typeof(LongEdge), ThroughKeyFrom = nameof(LongEdge.FromId), ThroughKeyTo = nameof(LongEdge.ToId))]
    public partial IReadOnlyList<LongNode> Next { get; }

    [HasMany(through: typeof(LongEdge), ThroughKeyFrom = nameof(LongEdge.ToId), ThroughKeyTo = nameof(LongEdge.FromId))]
    public partial IReadOnlyList<LongNode> Previous { get; }

    [HasMany(through: typeof(LongEdge), ThroughKeyFrom = nameof(LongEdge.FromId), ThroughKeyTo = nameof(LongEdge.ToId))]
    public partial IReadOnlyList<Link<LongNode, LongEdge>> Edges { get; }
}

[Entity]
public partial class LongEdge : IEdge
{
    public long FromId { get; set; }

    public long ToId { get; set; }

    public int Weight { get; set; } = 1;
}

// A text.
[Entity]
public partial class WordNode : INode<WordNode, WordEdge>
{
    [Key]
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? ParentCode { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentCode))]
    public partial WordNode? Parent { get; }

    [HasMany(KeyTo = nameof(ParentCode))]
    public partial IReadOnlyList<WordNode> Children { get; }

    [HasMany(through: typeof(WordEdge), ThroughKeyFrom = nameof(WordEdge.FromCode), ThroughKeyTo = nameof(WordEdge.ToCode))]
    public partial IReadOnlyList<WordNode> Next { get; }

    [HasMany(through: typeof(WordEdge), ThroughKeyFrom = nameof(WordEdge.ToCode), ThroughKeyTo = nameof(WordEdge.FromCode))]
    public partial IReadOnlyList<WordNode> Previous { get; }

    [HasMany(through: typeof(WordEdge), ThroughKeyFrom = nameof(WordEdge.FromCode), ThroughKeyTo = nameof(WordEdge.ToCode))]
    public partial IReadOnlyList<Link<WordNode, WordEdge>> Edges { get; }
}

[Entity]
public partial class WordEdge : IEdge
{
    public required string FromCode { get; set; }

    public required string ToCode { get; set; }

    public int Weight { get; set; } = 1;
}

// A Guid.
[Entity]
public partial class GuidNode : INode<GuidNode, GuidEdge>
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    public Guid? ParentId { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentId))]
    public partial GuidNode? Parent { get; }

    [HasMany(KeyTo = nameof(ParentId))]
    public partial IReadOnlyList<GuidNode> Children { get; }

    [HasMany(through: typeof(GuidEdge), ThroughKeyFrom = nameof(GuidEdge.FromId), ThroughKeyTo = nameof(GuidEdge.ToId))]
    public partial IReadOnlyList<GuidNode> Next { get; }

    [HasMany(through: typeof(GuidEdge), ThroughKeyFrom = nameof(GuidEdge.ToId), ThroughKeyTo = nameof(GuidEdge.FromId))]
    public partial IReadOnlyList<GuidNode> Previous { get; }

    [HasMany(through: typeof(GuidEdge), ThroughKeyFrom = nameof(GuidEdge.FromId), ThroughKeyTo = nameof(GuidEdge.ToId))]
    public partial IReadOnlyList<Link<GuidNode, GuidEdge>> Edges { get; }
}

[Entity]
public partial class GuidEdge : IEdge
{
    public Guid FromId { get; set; }

    public Guid ToId { get; set; }

    public int Weight { get; set; } = 1;
}

// An enum over the widest of integers.
[Entity]
public partial class DepthNode : INode<DepthNode, DepthEdge>
{
    [Key]
    public Depth Depth { get; init; }

    public required string Name { get; set; }

    public Depth? ParentDepth { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentDepth))]
    public partial DepthNode? Parent { get; }

    [HasMany(KeyTo = nameof(ParentDepth))]
    public partial IReadOnlyList<DepthNode> Children { get; }

    [HasMany(through: typeof(DepthEdge), ThroughKeyFrom = nameof(DepthEdge.FromDepth), ThroughKeyTo = nameof(DepthEdge.ToDepth))]
    public partial IReadOnlyList<DepthNode> Next { get; }

    [HasMany(through: typeof(DepthEdge), ThroughKeyFrom = nameof(DepthEdge.ToDepth), ThroughKeyTo = nameof(DepthEdge.FromDepth))]
    public partial IReadOnlyList<DepthNode> Previous { get; }

    [HasMany(through: typeof(DepthEdge), ThroughKeyFrom = nameof(DepthEdge.FromDepth), ThroughKeyTo = nameof(DepthEdge.ToDepth))]
    public partial IReadOnlyList<Link<DepthNode, DepthEdge>> Edges { get; }
}

[Entity]
public partial class DepthEdge : IEdge
{
    public Depth FromDepth { get; set; }

    public Depth ToDepth { get; set; }

    public int Weight { get; set; } = 1;
}
