using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

// A strong type that the database makes.
[Entity]
public partial class StrongNumberNode : INode<StrongNumberNode, StrongNumberEdge>
{
    public NodeNumber Id { get; init; }

    public required string Name { get; set; }

    public NodeNumber? ParentId { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentId))]
    public partial StrongNumberNode? Parent { get; }

    [HasMany(KeyTo = nameof(ParentId))]
    public partial IReadOnlyList<StrongNumberNode> Children { get; }

    [HasMany(through: typeof(StrongNumberEdge), ThroughKeyFrom = nameof(StrongNumberEdge.FromId), ThroughKeyTo = nameof(StrongNumberEdge.ToId))]
    public partial IReadOnlyList<StrongNumberNode> Next { get; }

    [HasMany(through: typeof(StrongNumberEdge), ThroughKeyFrom = nameof(StrongNumberEdge.ToId), ThroughKeyTo = nameof(StrongNumberEdge.FromId))]
    public partial IReadOnlyList<StrongNumberNode> Previous { get; }

    [HasMany(through: typeof(StrongNumberEdge), ThroughKeyFrom = nameof(StrongNumberEdge.FromId), ThroughKeyTo = nameof(StrongNumberEdge.ToId))]
    public partial IReadOnlyList<Link<StrongNumberNode, StrongNumberEdge>> Edges { get; }
}

[Entity]
public partial class StrongNumberEdge : IEdge
{
    public NodeNumber FromId { get; set; }

    public NodeNumber ToId { get; set; }

    public int Weight { get; set; } = 1;
}

// A strong type over a text.
[Entity]
public partial class StrongTextNode : INode<StrongTextNode, StrongTextEdge>
{
    [Key]
    public NodeCode Code { get; init; }

    public required string Name { get; set; }

    public NodeCode? ParentCode { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentCode))]
    public partial StrongTextNode? Parent { get; }

    [HasMany(KeyTo = nameof(ParentCode))]
    public partial IReadOnlyList<StrongTextNode> Children { get; }

    [HasMany(through: typeof(StrongTextEdge), ThroughKeyFrom = nameof(StrongTextEdge.FromCode), ThroughKeyTo = nameof(StrongTextEdge.ToCode))]
    public partial IReadOnlyList<StrongTextNode> Next { get; }

    [HasMany(through: typeof(StrongTextEdge), ThroughKeyFrom = nameof(StrongTextEdge.ToCode), ThroughKeyTo = nameof(StrongTextEdge.FromCode))]
    public partial IReadOnlyList<StrongTextNode> Previous { get; }

    [HasMany(through: typeof(StrongTextEdge), ThroughKeyFrom = nameof(StrongTextEdge.FromCode), ThroughKeyTo = nameof(StrongTextEdge.ToCode))]
    public partial IReadOnlyList<Link<StrongTextNode, StrongTextEdge>> Edges { get; }
}

[Entity]
public partial class StrongTextEdge : IEdge
{
    public NodeCode FromCode { get; set; }

    public NodeCode ToCode { get; set; }

    public int Weight { get; set; } = 1;
}
