using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Strong types over numbers that the database makes.</summary>
public sealed class StrongNumberKeyTests(DatabaseKind kind) : KeyMatrixTests<StrongNumberNode, NodeNumber, StrongNumberNodeProperties, StrongNumberNodePatch, StrongNumberEdge, StrongNumberEdgeProperties, StrongNumberEdgePatch, NodeNumber, StrongNumberNodeNextThroughData>(kind)
{
    protected override StrongNumberNodeRepository Nodes => new(Db);

    protected override bool IsMadeByTheDatabase => true;

    protected override StrongNumberNodeNextRelation Next(NodeNumber key) => Nodes.Next(key);

    protected override StrongNumberNodePreviousRelation Previous(StrongNumberNode node) => Nodes.Previous(node);

    protected override StrongNumberNodeChildrenRelation Children(StrongNumberNode node) => Nodes.Children(node);

    protected override StrongNumberNodeParentRelation Parent(NodeNumber id) => Nodes.Parent(id);

    protected override StrongNumberNode New(int number, string name, StrongNumberNode? parent = null) => new() { Name = name, ParentId = parent?.Id };

    protected override NodeNumber IdOf(StrongNumberNode node) => node.Id;

    protected override NodeNumber KeyOf(StrongNumberNode node) => node.Id;

    protected override string Json(StrongNumberNode node) => $"\"id\":{node.Id.Value}";

    protected override Column<string> NameOf(StrongNumberNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(StrongNumberEdgeProperties edge) => edge.Weight;

    protected override StrongNumberNodePatch Named(string name) => new() { Name = name };

    protected override StrongNumberNodePatch Below(StrongNumberNode? parent) => new() { ParentId = parent?.Id };

    protected override StrongNumberNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override StrongNumberEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<StrongNumberNode, NodeNumber, StrongNumberNodeProperties, StrongNumberNodePatch> WithAll(Query<StrongNumberNode, NodeNumber, StrongNumberNodeProperties, StrongNumberNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(StrongNumberNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(StrongNumberNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(StrongNumberNodeProperties node, int count) => node.Previous.Count() == count;
}
