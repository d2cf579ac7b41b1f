using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Numbers that the database makes.</summary>
public sealed class MadeByTheDatabaseKeyTests(DatabaseKind kind) : KeyMatrixTests<NumberNode, int, NumberNodeProperties, NumberNodePatch, NumberEdge, NumberEdgeProperties, NumberEdgePatch, int, NumberNodeNextThroughData>(kind)
{
    protected override NumberNodeRepository Nodes => new(Db);

    protected override bool IsMadeByTheDatabase => true;

    protected override NumberNodeNextRelation Next(int key) => Nodes.Next(key);

    protected override NumberNodePreviousRelation Previous(NumberNode node) => Nodes.Previous(node);

    protected override NumberNodeChildrenRelation Children(NumberNode node) => Nodes.Children(node);

    protected override NumberNodeParentRelation Parent(int id) => Nodes.Parent(id);

    protected override NumberNode New(int number, string name, NumberNode? parent = null) => new() { Name = name, ParentId = parent?.Id };

    protected override int IdOf(NumberNode node) => node.Id;

    protected override int KeyOf(NumberNode node) => node.Id;

    protected override string Json(NumberNode node) => $"\"id\":{node.Id}";

    protected override Column<string> NameOf(NumberNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(NumberEdgeProperties edge) => edge.Weight;

    protected override NumberNodePatch Named(string name) => new() { Name = name };

    protected override NumberNodePatch Below(NumberNode? parent) => new() { ParentId = parent?.Id };

    protected override NumberNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override NumberEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<NumberNode, int, NumberNodeProperties, NumberNodePatch> WithAll(Query<NumberNode, int, NumberNodeProperties, NumberNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(NumberNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(NumberNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(NumberNodeProperties node, int count) => node.Previous.Count() == count;
}
