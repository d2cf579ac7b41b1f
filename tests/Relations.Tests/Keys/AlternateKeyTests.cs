using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Relations by another key than the primary one.</summary>
public sealed class AlternateKeyTests(DatabaseKind kind) : KeyMatrixTests<SerialNode, int, SerialNodeProperties, SerialNodePatch, SerialEdge, SerialEdgeProperties, SerialEdgePatch, string, SerialNodeNextThroughData>(kind)
{
    protected override SerialNodeRepository Nodes => new(Db);

    protected override SerialNodeNextRelation Next(string key) => Nodes.Next(key);

    protected override SerialNodePreviousRelation Previous(SerialNode node) => Nodes.Previous(node);

    protected override SerialNodeChildrenRelation Children(SerialNode node) => Nodes.Children(node);

    protected override SerialNodeParentRelation Parent(int id) => Nodes.Parent(id);

    protected override SerialNode New(int number, string name, SerialNode? parent = null) => new() { Serial = $"s{number}", Name = name, ParentSerial = parent?.Serial };

    protected override int IdOf(SerialNode node) => node.Id;

    protected override string KeyOf(SerialNode node) => node.Serial!;

    protected override string Json(SerialNode node) => $"\"serial\":\"{node.Serial}\"";

    protected override Column<string> NameOf(SerialNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(SerialEdgeProperties edge) => edge.Weight;

    protected override SerialNodePatch Named(string name) => new() { Name = name };

    protected override SerialNodePatch Below(SerialNode? parent) => new() { ParentSerial = parent?.Serial };

    protected override SerialNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override SerialEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<SerialNode, int, SerialNodeProperties, SerialNodePatch> WithAll(Query<SerialNode, int, SerialNodeProperties, SerialNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(SerialNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(SerialNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(SerialNodeProperties node, int count) => node.Previous.Count() == count;
}
