using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Guids.</summary>
public sealed class UuidKeyTests(DatabaseKind kind) : KeyMatrixTests<GuidNode, Guid, GuidNodeProperties, GuidNodePatch, GuidEdge, GuidEdgeProperties, GuidEdgePatch, Guid, GuidNodeNextThroughData>(kind)
{
    private static Guid Key(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, (byte)number]);

    protected override GuidNodeRepository Nodes => new(Db);

    protected override GuidNodeNextRelation Next(Guid key) => Nodes.Next(key);

    protected override GuidNodePreviousRelation Previous(GuidNode node) => Nodes.Previous(node);

    protected override GuidNodeChildrenRelation Children(GuidNode node) => Nodes.Children(node);

    protected override GuidNodeParentRelation Parent(Guid id) => Nodes.Parent(id);

    protected override GuidNode New(int number, string name, GuidNode? parent = null) => new() { Id = Key(number), Name = name, ParentId = parent?.Id };

    protected override Guid IdOf(GuidNode node) => node.Id;

    protected override Guid KeyOf(GuidNode node) => node.Id;

    protected override string Json(GuidNode node) => $"\"id\":\"{node.Id}\"";

    protected override Column<string> NameOf(GuidNodeProperties node) => node.Name;

    protected override Column<int> WeightOf(GuidEdgeProperties edge) => edge.Weight;

    protected override GuidNodePatch Named(string name) => new() { Name = name };

    protected override GuidNodePatch Below(GuidNode? parent) => new() { ParentId = parent?.Id };

    protected override GuidNodeNextThroughData Weighing(int weight) => new() { Weight = weight };

    protected override GuidEdgePatch PatchOf(int weight) => new() { Weight = weight };

    protected override Query<GuidNode, Guid, GuidNodeProperties, GuidNodePatch> WithAll(Query<GuidNode, Guid, GuidNodeProperties, GuidNodePatch> nodes) =>
        nodes.Include(node => node.Parent).Include(node => node.Children, child => child.Include(node => node.Parent)).Include(node => node.Next, next => next.Include(node => node.Previous)).Include(node => node.Edges);

    protected override Condition HasChild(GuidNodeProperties node, string name) => node.Children.Any(child => child.Name == name);

    protected override Condition HasNext(GuidNodeProperties node, int weight) => node.Next.Any((_, edge) => edge.Weight == weight);

    protected override Condition IsReachedBy(GuidNodeProperties node, int count) => node.Previous.Count() == count;
}
