using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// A composite key whose order is not that of its declaration.
[Entity]
public partial class PairNode : INode<PairNode, PairEdge>
{
    [Key, Column(Order = 2)]
    public required string Code { get; init; }

    [Key, Column(Order = 1)]
    public int Number { get; init; }

    public required string Name { get; set; }

    public int? ParentNumber { get; set; }

    public string? ParentCode { get; set; }

    [BelongsTo(KeyFrom = "ParentNumber, ParentCode")]
    public partial PairNode? Parent { get; }

    [HasMany(KeyTo = "ParentNumber, ParentCode")]
    public partial IReadOnlyList<PairNode> Children { get; }

    [HasMany(through: typeof(PairEdge), ThroughKeyFrom = "FromNumber, FromCode", ThroughKeyTo = "ToNumber, ToCode")]
    public partial IReadOnlyList<PairNode> Next { get; }

    [HasMany(through: typeof(PairEdge), ThroughKeyFrom = "ToNumber, ToCode", ThroughKeyTo = "FromNumber, FromCode")]
    public partial IReadOnlyList<PairNode> Previous { get; }

    [HasMany(through: typeof(PairEdge), ThroughKeyFrom = "FromNumber, FromCode", ThroughKeyTo = "ToNumber, ToCode")]
    public partial IReadOnlyList<Link<PairNode, PairEdge>> Edges { get; }
}

[Entity]
public partial class PairEdge : IEdge
{
    public int FromNumber { get; set; }

    public required string FromCode { get; set; }

    public int ToNumber { get; set; }

    public required string ToCode { get; set; }

    public int Weight { get; set; } = 1;
}

// A composite key whose parts have names that tuples keep for themselves, of types that are stored as others.
[Entity]
public partial class OddNode : INode<OddNode, OddEdge>
{
    [Key]
    public NodeToken Rest { get; init; }

    [Key]
    public Planet Item1 { get; init; }

    public required string Name { get; set; }

    public NodeToken? ParentRest { get; set; }

    public Planet? ParentItem1 { get; set; }

    [BelongsTo(KeyFrom = "ParentRest, ParentItem1")]
    public partial OddNode? Parent { get; }

    [HasMany(KeyTo = "ParentRest, ParentItem1")]
    public partial IReadOnlyList<OddNode> Children { get; }

    [HasMany(through: typeof(OddEdge), ThroughKeyFrom = "FromRest, FromItem1", ThroughKeyTo = "ToRest, ToItem1")]
    public partial IReadOnlyList<OddNode> Next { get; }

    [HasMany(through: typeof(OddEdge), ThroughKeyFrom = "ToRest, ToItem1", ThroughKeyTo = "FromRest, FromItem1")]
    public partial IReadOnlyList<OddNode> Previous { get; }

    [HasMany(through: typeof(OddEdge), ThroughKeyFrom = "FromRest, FromItem1", ThroughKeyTo = "ToRest, ToItem1")]
    public partial IReadOnlyList<Link<OddNode, OddEdge>> Edges { get; }
}

[Entity]
public partial class OddEdge : IEdge
{
    public NodeToken FromRest { get; set; }

    public Planet FromItem1 { get; set; }

    public NodeToken ToRest { get; set; }

    public Planet ToItem1 { get; set; }

    public int Weight { get; set; } = 1;
}
