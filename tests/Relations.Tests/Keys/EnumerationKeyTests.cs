using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Enums over the widest of integers.</summary>
public sealed class EnumerationKeyTests(DatabaseKind kind) : KeyMatrixTests<DepthNode, Depth, DepthNodeProperties, DepthNodePatch, DepthEdge, DepthEdgeProperties, DepthEdgePatch, Depth, DepthNodeNextThroughData>(kind)
{
    private static readonly Depth[] keys = [0, Depth.Shallow, Depth.Middle, Depth.Deep, Depth.Deepest - 5, Depth.Deepest - 4, Depth.Deepest - 3, Depth.Deepest - 2, Depth.Deepest - 1, Depth.Deepest];

    protected override DepthNodeRepository Nodes => new(Db);

    protected override DepthNodeNextRelation Next(Depth key) => Nodes.Next(key);

    protected override DepthNodePreviousRelation Previous(DepthNode node) => Nodes.Previous(node);

    protected override DepthNodeChildrenRelation Children(DepthNode node) => Nodes.Children(node);

    protected override DepthNodeParentRelation Parent(Depth id) => Nodes.Parent(id);

    protected override DepthNode New(int number, string name, DepthNode? parent = null) => new() { Depth = keys[number], Name = name, ParentDepth = parent?.Depth };

    protected override Depth IdOf(DepthNode node) => node.Depth;

    protected override Depth KeyOf(DepthNode node) => node.Depth;

    protected override string Json(DepthNode node) => $"\"depth\":\"{node.Depth}\"";

    protected override Column<string> NameOf(DepthNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(DepthEdgeProperties edge) => edge.Weight;

    protected override DepthNodePatch Named(string name) => new() { Name = name };

    protected override DepthNodePatch Below(DepthNode? parent) => new() { ParentDepth = parent?.Depth };

    protected override DepthNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override DepthEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<DepthNode, Depth, DepthNodeProperties, DepthNodePatch> WithAll(Query<DepthNode, Depth, DepthNodeProperties, DepthNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(DepthNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(DepthNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(DepthNodeProperties node, int count) => node.Previous.Count() == count;
}
