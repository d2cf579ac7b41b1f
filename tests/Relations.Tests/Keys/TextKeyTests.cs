using System.Text.Json;
using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Texts, the empty one and those with quotes and commas among them.</summary>
public sealed class TextKeyTests(DatabaseKind kind) : KeyMatrixTests<WordNode, string, WordNodeProperties, WordNodePatch, WordEdge, WordEdgeProperties, WordEdgePatch, string, WordNodeNextThroughData>(kind)
{
    private static readonly string[] keys = ["", "", "A", "a", "a\"b", "b'c", "c,d", "é", "z", "zz"];

    protected override WordNodeRepository Nodes => new(Db);

    protected override WordNodeNextRelation Next(string key) => Nodes.Next(key);

    protected override WordNodePreviousRelation Previous(WordNode node) => Nodes.Previous(node);

    protected override WordNodeChildrenRelation Children(WordNode node) => Nodes.Children(node);

    protected override WordNodeParentRelation Parent(string id) => Nodes.Parent(id);

    protected override WordNode New(int number, string name, WordNode? parent = null) => new() { Code = keys[number], Name = name, ParentCode = parent?.Code };

    protected override string IdOf(WordNode node) => node.Code;

    protected override string KeyOf(WordNode node) => node.Code;

    protected override string Json(WordNode node) => $"\"code\":{JsonSerializer.Serialize(node.Code)}";

    protected override Column<string> NameOf(WordNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(WordEdgeProperties edge) => edge.Weight;

    protected override WordNodePatch Named(string name) => new() { Name = name };

    protected override WordNodePatch Below(WordNode? parent) => new() { ParentCode = parent?.Code };

    protected override WordNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override WordEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<WordNode, string, WordNodeProperties, WordNodePatch> WithAll(Query<WordNode, string, WordNodeProperties, WordNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(WordNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(WordNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(WordNodeProperties node, int count) => node.Previous.Count() == count;
}
