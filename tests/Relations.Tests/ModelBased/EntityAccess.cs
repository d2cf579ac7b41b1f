using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Tests.ModelBased;

internal sealed class EntityAccess<TEntity, TKey, TProperties, TPatch>(Func<Session, EntityRepository<TEntity, TKey, TProperties, TPatch>> repository) : IEntityAccess
    where TEntity : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    public async Task<JsonNode?> CreateAsync(Session session, JsonObject row) => Rows.Write(await repository(session).CreateAsync(Rows.Read<TEntity>(row)));

    public async Task<JsonNode?> CreateAllAsync(Session session, JsonArray rows) => Rows.Write(await repository(session).CreateAllAsync(Rows.ReadAll<TEntity>(rows)));

    public async Task<JsonArray> FindAsync(Session session, JsonObject filter) => (JsonArray)Rows.Write(await repository(session).FindAsync(Parse(filter)))!;

    public async Task<JsonNode?> CountAsync(Session session, JsonObject filter) => await repository(session).Apply(Parse(filter)).CountAsync();

    public async Task<JsonNode?> PatchAsync(Session session, JsonObject filter, JsonObject values) => await repository(session).Apply(Parse(filter)).PatchAsync(Rows.Read<TPatch>(values));

    public async Task<JsonNode?> DeleteAsync(Session session, JsonObject filter) => await repository(session).Apply(Parse(filter)).DeleteAsync();

    // Without a filter there is no query: the row is read by a statement of its own.
    public async Task<JsonNode?> FindByIdAsync(Session session, JsonNode key, JsonObject filter) => Rows.Write(filter.Count == 0
        ? await repository(session).FindByIdOrDefaultAsync(Rows.Read<TKey>(key))
        : await repository(session).Apply(Parse(filter)).FindByIdOrDefaultAsync(Rows.Read<TKey>(key)));

    public async Task<JsonNode?> ExistsAsync(Session session, JsonNode key, JsonObject filter) => await repository(session).Apply(Parse(filter)).ExistsAsync(Rows.Read<TKey>(key));

    public async Task<JsonNode?> SaveAsync(Session session, JsonObject row) => Rows.Write(await repository(session).SaveAsync(Rows.Read<TEntity>(row)));

    public async Task<JsonNode?> UpdateAsync(Session session, JsonObject row)
    {
        await repository(session).UpdateAsync(Rows.Read<TEntity>(row));
        return null;
    }

    public async Task<JsonNode?> ReplaceByIdAsync(Session session, JsonNode key, JsonObject row)
    {
        await repository(session).ReplaceByIdAsync(Rows.Read<TKey>(key), Rows.Read<TEntity>(row));
        return null;
    }

    public async Task<JsonNode?> PatchByIdAsync(Session session, JsonNode key, JsonObject values)
    {
        await repository(session).PatchByIdAsync(Rows.Read<TKey>(key), Rows.Read<TPatch>(values));
        return null;
    }

    public async Task<JsonNode?> DeleteByIdAsync(Session session, JsonNode key)
    {
        await repository(session).DeleteByIdAsync(Rows.Read<TKey>(key));
        return null;
    }

    private static Filter<TEntity> Parse(JsonObject filter) => Filter<TEntity>.Parse(filter.ToJsonString());
}
