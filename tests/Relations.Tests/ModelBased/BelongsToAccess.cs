using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>The accessor of a belongs-to relation, whether its target is of one type or of several.</summary>
internal sealed class BelongsToAccess<TId, TTarget>(Func<Session, TId, Filter<TTarget>?, ValueTask<TTarget?>> find) : IRelationAccess where TTarget : class
{
    public IReadOnlyList<Operation> Operations { get; } = [Operation.FindRelated];

    public bool StartsFromPrimaryKey => true;

    public async Task<JsonNode?> FindAsync(Session session, JsonNode source, JsonObject filter) =>
        Rows.Write(await find(session, Rows.Read<TId>(source), filter.Count == 0 ? null : Filter<TTarget>.Parse(filter.ToJsonString())));
}
