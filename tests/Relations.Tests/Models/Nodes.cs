namespace Relations.Tests.Models;

public enum Depth : ulong
{
    Shallow = 1,
    Middle = 2,
    Deep = uint.MaxValue,
    Deepest = long.MaxValue,
}

public readonly record struct NodeNumber(long Value);

public readonly record struct NodeCode(string Value);

public readonly record struct NodeToken(Guid Value);

/// <summary>A node of a tree and of a graph, whatever its key.</summary>
public interface INode<TNode, TEdge>
{
    string Name { get; set; }

    TNode? Parent { get; }

    IReadOnlyList<TNode> Children { get; }

    IReadOnlyList<TNode> Next { get; }

    IReadOnlyList<TNode> Previous { get; }

    IReadOnlyList<Link<TNode, TEdge>> Edges { get; }
}

/// <summary>A link of the graph, whose pair is its only key.</summary>
public interface IEdge
{
    int Weight { get; set; }
}
