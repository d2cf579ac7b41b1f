using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Tests.ModelBased;

internal sealed class OneAccess<TSourceKey, TTarget, TKey, TProperties, TPatch>(Func<Session, TSourceKey, HasOneRepository<TTarget, TKey, TProperties, TPatch>> relation) : IRelationAccess
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    public IReadOnlyList<Operation> Operations { get; } = [Operation.FindRelated, Operation.CreateRelated, Operation.PatchRelated, Operation.DeleteRelated];

    public async Task<JsonNode?> FindAsync(Session session, JsonNode source, JsonObject filter) => Rows.Write(filter.Count == 0
        ? await Of(session, source).FindAsync()
        : await Of(session, source).FindAsync(Filter<TTarget>.Parse(filter.ToJsonString())));

    public async Task<JsonNode?> CreateAsync(Session session, JsonNode source, JsonObject target, JsonObject through) => Rows.Write(await Of(session, source).CreateAsync(Rows.Read<TTarget>(target)));

    public async Task<JsonNode?> PatchAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) => await Of(session, source).PatchAsync(Rows.Read<TPatch>(values));

    public async Task<JsonNode?> DeleteAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).DeleteAsync();

    private HasOneRepository<TTarget, TKey, TProperties, TPatch> Of(Session session, JsonNode source) => relation(session, Rows.Read<TSourceKey>(source));
}
