using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Tests.ModelBased;

internal sealed class EntityAccess<TEntity, TKey, TProperties, TPatch>(Func<Session, EntityRepository<TEntity, TKey, TProperties, TPatch>> repository) : IEntityAccess
    where TEntity : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    public async Task<JsonNode?> CreateAsync(Session session, JsonObject row) => Rows.Write(await repository(session).CreateAsync(Rows.Read<TEntity>(row)));

    public async Task<JsonArray> FindAsync(Session session, JsonObject filter) => (JsonArray)Rows.Write(await repository(session).FindAsync(Parse(filter)))!;

    public async Task<JsonNode?> CountAsync(Session session, JsonObject filter) => await repository(session).Apply(Parse(filter)).CountAsync();

    public async Task<JsonNode?> PatchAsync(Session session, JsonObject filter, JsonObject values) => await repository(session).Apply(Parse(filter)).PatchAsync(Rows.Read<TPatch>(values));

    public async Task<JsonNode?> DeleteAsync(Session session, JsonObject filter) => await repository(session).Apply(Parse(filter)).DeleteAsync();

    private static Filter<TEntity> Parse(JsonObject filter) => Filter<TEntity>.Parse(filter.ToJsonString());
}
