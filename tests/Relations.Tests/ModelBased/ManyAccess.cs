using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Tests.ModelBased;

internal sealed class ManyAccess<TSourceKey, TTarget, TKey, TProperties, TPatch>(Func<Session, TSourceKey, HasManyRepository<TTarget, TKey, TProperties, TPatch>> relation) : IRelationAccess
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    public IReadOnlyList<Operation> Operations { get; } =
        [Operation.FindRelated, Operation.FindRelatedById, Operation.CreateRelated, Operation.CreateAllRelated, Operation.PatchRelated, Operation.DeleteRelated];

    public async Task<JsonNode?> FindAsync(Session session, JsonNode source, JsonObject filter) => Rows.Write(await Of(session, source).FindAsync(Parse(filter)));

    public async Task<JsonNode?> CountAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).CountAsync();

    public async Task<JsonNode?> FindByIdAsync(Session session, JsonNode source, JsonNode key, JsonObject filter) =>
        Rows.Write(await Of(session, source).Apply(Parse(filter)).FindByIdOrDefaultAsync(Rows.Read<TKey>(key)));

    public async Task<JsonNode?> ExistsAsync(Session session, JsonNode source, JsonNode key, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).ExistsAsync(Rows.Read<TKey>(key));

    public async Task<JsonNode?> CreateAsync(Session session, JsonNode source, JsonObject target, JsonObject through) => Rows.Write(await Of(session, source).CreateAsync(Rows.Read<TTarget>(target)));

    public async Task<JsonNode?> CreateAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) => Rows.Write(await Of(session, source).CreateAllAsync(Rows.ReadAll<TTarget>(targets)));

    public async Task<JsonNode?> PatchAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) => await Of(session, source).Apply(Parse(filter)).PatchAsync(Rows.Read<TPatch>(values));

    public async Task<JsonNode?> DeleteAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).DeleteAsync();

    private static Filter<TTarget> Parse(JsonObject filter) => Filter<TTarget>.Parse(filter.ToJsonString());

    private HasManyRepository<TTarget, TKey, TProperties, TPatch> Of(Session session, JsonNode source) => relation(session, Rows.Read<TSourceKey>(source));
}
