using System.Text.Json;
using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Strong types over texts.</summary>
public sealed class StrongTextKeyTests(DatabaseKind kind) : KeyMatrixTests<StrongTextNode, NodeCode, StrongTextNodeProperties, StrongTextNodePatch, StrongTextEdge, StrongTextEdgeProperties, StrongTextEdgePatch, NodeCode, StrongTextNodeNextThroughData>(kind)
{
    private static readonly string[] keys = ["", "", "A", "a", "a\"b", "b'c", "c,d", "é", "z", "zz"];

    protected override StrongTextNodeRepository Nodes => new(Db);

    protected override StrongTextNodeNextRelation Next(NodeCode key) => Nodes.Next(key);

    protected override StrongTextNodePreviousRelation Previous(StrongTextNode node) => Nodes.Previous(node);

    protected override StrongTextNodeChildrenRelation Children(StrongTextNode node) => Nodes.Children(node);

    protected override StrongTextNodeParentRelation Parent(NodeCode id) => Nodes.Parent(id);

    protected override StrongTextNode New(int number, string name, StrongTextNode? parent = null) => new() { Code = new(keys[number]), Name = name, ParentCode = parent?.Code };

    protected override NodeCode IdOf(StrongTextNode node) => node.Code;

    protected override NodeCode KeyOf(StrongTextNode node) => node.Code;

    protected override string Json(StrongTextNode node) => $"\"code\":{JsonSerializer.Serialize(node.Code.Value)}";

    protected override Column<string> NameOf(StrongTextNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(StrongTextEdgeProperties edge) => edge.Weight;

    protected override StrongTextNodePatch Named(string name) => new() { Name = name };

    protected override StrongTextNodePatch Below(StrongTextNode? parent) => new() { ParentCode = parent?.Code };

    protected override StrongTextNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override StrongTextEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<StrongTextNode, NodeCode, StrongTextNodeProperties, StrongTextNodePatch> WithAll(Query<StrongTextNode, NodeCode, StrongTextNodeProperties, StrongTextNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(StrongTextNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(StrongTextNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(StrongTextNodeProperties node, int count) => node.Previous.Count() == count;
}
