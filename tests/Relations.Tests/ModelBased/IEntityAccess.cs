using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>The library's repository of an entity, with rows and keys as JSON.</summary>
internal interface IEntityAccess
{
    Task<JsonNode?> CreateAsync(Session session, JsonObject row);

    Task<JsonNode?> CreateAllAsync(Session session, JsonArray rows);

    Task<JsonArray> FindAsync(Session session, JsonObject filter);

    Task<JsonNode?> CountAsync(Session session, JsonObject filter);

    Task<JsonNode?> PatchAsync(Session session, JsonObject filter, JsonObject values);

    Task<JsonNode?> DeleteAsync(Session session, JsonObject filter);

    Task<JsonNode?> FindByIdAsync(Session session, JsonNode key, JsonObject filter);

    Task<JsonNode?> ExistsAsync(Session session, JsonNode key, JsonObject filter);

    Task<JsonNode?> SaveAsync(Session session, JsonObject row);

    Task<JsonNode?> UpdateAsync(Session session, JsonObject row);

    Task<JsonNode?> ReplaceByIdAsync(Session session, JsonNode key, JsonObject row);

    Task<JsonNode?> PatchByIdAsync(Session session, JsonNode key, JsonObject values);

    Task<JsonNode?> DeleteByIdAsync(Session session, JsonNode key);
}
