using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Relations by a composite key that is not the primary one.</summary>
public sealed class AlternateCompositeKeyTests(DatabaseKind kind) : KeyMatrixTests<PlaceNode, Guid, PlaceNodeProperties, PlaceNodePatch, PlaceEdge, PlaceEdgeProperties, PlaceEdgePatch, (int X, DateOnly Y), PlaceNodeNextThroughData>(kind)
{
    private static Guid Key(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, (byte)number]);

    protected override PlaceNodeRepository Nodes => new(Db);

    protected override PlaceNodeNextRelation Next((int X, DateOnly Y) key) => Nodes.Next(key);

    protected override PlaceNodePreviousRelation Previous(PlaceNode node) => Nodes.Previous(node);

    protected override PlaceNodeChildrenRelation Children(PlaceNode node) => Nodes.Children(node);

    protected override PlaceNodeParentRelation Parent(Guid id) => Nodes.Parent(id);

    protected override PlaceNode New(int number, string name, PlaceNode? parent = null) => new() { Id = Key(number), X = number / 2, Y = new(2025, 1, 1 + (number % 2)), Name = name, ParentX = parent?.X, ParentY = parent?.Y };

    protected override Guid IdOf(PlaceNode node) => node.Id;

    protected override (int X, DateOnly Y) KeyOf(PlaceNode node) => (node.X, node.Y);

    protected override string Json(PlaceNode node) => $"\"x\":{node.X},\"y\":\"{node.Y:yyyy-MM-dd}\"";

    protected override Column<string> NameOf(PlaceNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(PlaceEdgeProperties edge) => edge.Weight;

    protected override PlaceNodePatch Named(string name) => new() { Name = name };

    protected override PlaceNodePatch Below(PlaceNode? parent) => new() { ParentX = parent?.X, ParentY = parent?.Y };

    protected override PlaceNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override PlaceEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<PlaceNode, Guid, PlaceNodeProperties, PlaceNodePatch> WithAll(Query<PlaceNode, Guid, PlaceNodeProperties, PlaceNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(PlaceNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(PlaceNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(PlaceNodeProperties node, int count) => node.Previous.Count() == count;
}
