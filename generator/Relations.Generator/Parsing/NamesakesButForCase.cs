using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>The names in a namespace or type that differ from another's in nothing but the case of their letters: found once for all entities in it.</summary>
internal static class NamesakesButForCase
{
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Known = new();

    public static HashSet<string> Of(INamespaceOrTypeSymbol container) => Known.GetValue(container, static container => Find(container));

    private static HashSet<string> Find(INamespaceOrTypeSymbol container)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var namesakes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol)
            {
                continue;
            }

            if (!first.TryGetValue(member.Name, out var other))
            {
                first.Add(member.Name, member.Name);
            }
            else if (other != member.Name)
            {
                namesakes.Add(other);
                namesakes.Add(member.Name);
            }
        }

        return namesakes;
    }
}
