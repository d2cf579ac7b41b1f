using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Composite keys of a strong type and an enum, whose parts have names that tuples keep for themselves.</summary>
public sealed class CompositeOfUnusualNamesKeyTests(DatabaseKind kind) : KeyMatrixTests<OddNode, (NodeToken, Planet), OddNodeProperties, OddNodePatch, OddEdge, OddEdgeProperties, OddEdgePatch, (NodeToken, Planet), OddNodeNextThroughData>(kind)
{
    private static Guid Key(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, (byte)number]);

    protected override OddNodeRepository Nodes => new(Db);

    protected override OddNodeNextRelation Next((NodeToken, Planet) key) => Nodes.Next(key);

    protected override OddNodePreviousRelation Previous(OddNode node) => Nodes.Previous(node);

    protected override OddNodeChildrenRelation Children(OddNode node) => Nodes.Children(node);

    protected override OddNodeParentRelation Parent((NodeToken, Planet) id) => Nodes.Parent(id);

    protected override OddNode New(int number, string name, OddNode? parent = null) => new() { Rest = new(Key((number + 1) / 2)), Item1 = number % 2 == 1 ? Planet.Earth : Planet.Neptune, Name = name, ParentRest = parent?.Rest, ParentItem1 = parent?.Item1 };

    protected override (NodeToken, Planet) IdOf(OddNode node) => (node.Rest, node.Item1);

    protected override (NodeToken, Planet) KeyOf(OddNode node) => (node.Rest, node.Item1);

    protected override string Json(OddNode node) => $"\"rest\":\"{node.Rest.Value}\",\"item1\":\"{node.Item1}\"";

    protected override Column<string> NameOf(OddNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(OddEdgeProperties edge) => edge.Weight;

    protected override OddNodePatch Named(string name) => new() { Name = name };

    protected override OddNodePatch Below(OddNode? parent) => new() { ParentRest = parent?.Rest, ParentItem1 = parent?.Item1 };

    protected override OddNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override OddEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<OddNode, (NodeToken, Planet), OddNodeProperties, OddNodePatch> WithAll(Query<OddNode, (NodeToken, Planet), OddNodeProperties, OddNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(OddNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(OddNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(OddNodeProperties node, int count) => node.Previous.Count() == count;
}
