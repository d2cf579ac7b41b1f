namespace Relations.Tests.Models;

// Relations by a key that is not the primary key, and that may be null.
[Entity]
public partial class SerialNode : INode<SerialNode, SerialEdge>
{
    public int Id { get; init; }

    [Unique]
    public string? Serial { get; set; }

    public required string Name { get; set; }

    public string? ParentSerial { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentSerial), KeyTo = nameof(Serial))]
    public partial SerialNode? Parent { get; }

    [HasMany(KeyFrom = nameof(Serial), KeyTo = nameof(ParentSerial))]
    public partial IReadOnlyList<SerialNode> Children { get; }

    [HasMany(through: typeof(SerialEdge), KeyFrom = nameof(Serial), KeyTo = nameof(Serial), ThroughKeyFrom = nameof(SerialEdge.FromSerial), ThroughKeyTo = nameof(SerialEdge.ToSerial))]
    public partial IReadOnlyList<SerialNode> Next { get; }

    [HasMany(through: typeof(SerialEdge), KeyFrom = nameof(Serial), KeyTo = nameof(Serial), ThroughKeyFrom = nameof(SerialEdge.ToSerial), ThroughKeyTo = nameof(SerialEdge.FromSerial))]
    public partial IReadOnlyList<SerialNode> Previous { get; }

    [HasMany(through: typeof(SerialEdge), KeyFrom = nameof(Serial), KeyTo = nameof(Serial), ThroughKeyFrom = nameof(SerialEdge.FromSerial), ThroughKeyTo = nameof(SerialEdge.ToSerial))]
    public partial IReadOnlyList<Link<SerialNode, SerialEdge>> Edges { get; }
}

[Entity]
public partial class SerialEdge : IEdge
{
    public required string FromSerial { get; set; }

    public required string ToSerial { get; set; }

    public int Weight { get; set; } = 1;
}

// Relations by a composite key that is not the primary key.
[Entity(Unique = [nameof(X), nameof(Y)])]
public partial class PlaceNode : INode<PlaceNode, PlaceEdge>
{
    public Guid Id { get; init; }

    public int X { get; init; }

    public DateOnly Y { get; init; }

    public required string Name { get; set; }

    public int? ParentX { get; set; }

    public DateOnly? ParentY { get; set; }

    [BelongsTo(KeyFrom = "ParentX, ParentY", KeyTo = "X, Y")]
    public partial PlaceNode? Parent { get; }

    [HasMany(KeyFrom = "X, Y", KeyTo = "ParentX, ParentY")]
    public partial IReadOnlyList<PlaceNode> Children { get; }

    [HasMany(through: typeof(PlaceEdge), KeyFrom = "X, Y", KeyTo = "X, Y", ThroughKeyFrom = "FromX, FromY", ThroughKeyTo = "ToX, ToY")]
    public partial IReadOnlyList<PlaceNode> Next { get; }

    [HasMany(through: typeof(PlaceEdge), KeyFrom = "X, Y", KeyTo = "X, Y", ThroughKeyFrom = "ToX, ToY", ThroughKeyTo = "FromX, FromY")]
    public partial IReadOnlyList<PlaceNode> Previous { get; }

    [HasMany(through: typeof(PlaceEdge), KeyFrom = "X, Y", KeyTo = "X, Y", ThroughKeyFrom = "FromX, FromY", ThroughKeyTo = "ToX, ToY")]
    public partial IReadOnlyList<Link<PlaceNode, PlaceEdge>> Edges { get; }
}

[Entity]
public partial class PlaceEdge : IEdge
{
    public int FromX { get; set; }

    public DateOnly FromY { get; set; }

    public int ToX { get; set; }

    public DateOnly ToY { get; set; }

    public int Weight { get; set; } = 1;
}
