using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Numbers that the client makes, wider than 32 bits.</summary>
public sealed class MadeByTheClientKeyTests(DatabaseKind kind) : KeyMatrixTests<LongNode, long, LongNodeProperties, LongNodePatch, LongEdge, LongEdgeProperties, LongEdgePatch, long, LongNodeNextThroughData>(kind)
{
    protected override LongNodeRepository Nodes => new(Db);

    protected override LongNodeNextRelation Next(long key) => Nodes.Next(key);

    protected override LongNodePreviousRelation Previous(LongNode node) => Nodes.Previous(node);

    protected override LongNodeChildrenRelation Children(LongNode node) => Nodes.Children(node);

    protected override LongNodeParentRelation Parent(long id) => Nodes.Parent(id);

    protected override LongNode New(int number, string name, LongNode? parent = null) => new() { Id = number * 5_000_000_000, Name = name, ParentId = parent?.Id };

    protected override long IdOf(LongNode node) => node.Id;

    protected override long KeyOf(LongNode node) => node.Id;

    protected override string Json(LongNode node) => $"\"id\":{node.Id}";

    protected override Column<string> NameOf(LongNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(LongEdgeProperties edge) => edge.Weight;

    protected override LongNodePatch Named(string name) => new() { Name = name };

    protected override LongNodePatch Below(LongNode? parent) => new() { ParentId = parent?.Id };

    protected override LongNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override LongEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<LongNode, long, LongNodeProperties, LongNodePatch> WithAll(Query<LongNode, long, LongNodeProperties, LongNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(LongNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(LongNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(LongNodeProperties node, int count) => node.Previous.Count() == count;
}
