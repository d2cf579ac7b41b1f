using System.Text.Json;
using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Composite keys, in another order than that of their declaration.</summary>
public sealed class CompositeKeyTests(DatabaseKind kind) : KeyMatrixTests<PairNode, (int Number, string Code), PairNodeProperties, PairNodePatch, PairEdge, PairEdgeProperties, PairEdgePatch, (int Number, string Code), PairNodeNextThroughData>(kind)
{
    private static readonly (int Number, string Code)[] keys = [(0, ""), (1, "a"), (1, "it's"), (2, "a"), (2, "it's"), (3, ""), (3, "a"), (3, "b"), (3, "c"), (3, "d")];

    protected override PairNodeRepository Nodes => new(Db);

    protected override PairNodeNextRelation Next((int Number, string Code) key) => Nodes.Next(key);

    protected override PairNodePreviousRelation Previous(PairNode node) => Nodes.Previous(node);

    protected override PairNodeChildrenRelation Children(PairNode node) => Nodes.Children(node);

    protected override PairNodeParentRelation Parent((int Number, string Code) id) => Nodes.Parent(id);

    protected override PairNode New(int number, string name, PairNode? parent = null) => new() { Number = keys[number].Number, Code = keys[number].Code, Name = name, ParentNumber = parent?.Number, ParentCode = parent?.Code };

    protected override (int Number, string Code) IdOf(PairNode node) => (node.Number, node.Code);

    protected override (int Number, string Code) KeyOf(PairNode node) => (node.Number, node.Code);

    protected override string Json(PairNode node) => $"\"number\":{node.Number},\"code\":{JsonSerializer.Serialize(node.Code)}";

    protected override Column<string> NameOf(PairNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(PairEdgeProperties edge) => edge.Weight;

    protected override PairNodePatch Named(string name) => new() { Name = name };

    protected override PairNodePatch Below(PairNode? parent) => new() { ParentNumber = parent?.Number, ParentCode = parent?.Code };

    protected override PairNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override PairEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<PairNode, (int Number, string Code), PairNodeProperties, PairNodePatch> WithAll(Query<PairNode, (int Number, string Code), PairNodeProperties, PairNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(PairNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(PairNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(PairNodeProperties node, int count) => node.Previous.Count() == count;
}
