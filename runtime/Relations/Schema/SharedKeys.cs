using Relations.Definitions;

namespace Relations.Schema;

/// <summary>
/// Keys that rows of several tables share: an employee has the key of a person. What refers to both by one key refers to the person, who may be no employee,
/// so that the foreign key to the employee is declared to no table.
/// </summary>
/// <param name="foreignKeys">All foreign keys of a table.</param>
internal sealed class SharedKeys(Func<EntityDefinition, IEnumerable<ForeignKey>> foreignKeys)
{
    /// <summary>Whether another foreign key of the same properties refers to the row whose key the referred one has. Where each of the two has the other's, both stay.</summary>
    public bool IsToOther(EntityDefinition entity, ForeignKey key) =>
        foreignKeys(entity).Any(other => other.Of(key.Properties) is { } root && root != key && LeadsTo(key, root) && !LeadsTo(root, key));

    private bool LeadsTo(ForeignKey key, ForeignKey root)
    {
        var seen = new HashSet<ForeignKey> { key };
        var next = new Queue<ForeignKey>(seen);
        while (next.TryDequeue(out var current))
        {
            foreach (var further in foreignKeys(current.Target).Select(step => step.Of(current.Key)).OfType<ForeignKey>())
            {
                var reached = current with { Target = further.Target, Key = further.Key };
                if (reached == root)
                {
                    return true;
                }

                if (seen.Add(reached))
                {
                    next.Enqueue(reached);
                }
            }
        }

        return false;
    }
}
