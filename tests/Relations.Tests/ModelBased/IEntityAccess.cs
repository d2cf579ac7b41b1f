using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>The library's repository of an entity, with rows and keys as JSON.</summary>
internal interface IEntityAccess
{
    Task<JsonNode?> CreateAsync(Session session, JsonObject row);

    Task<JsonArray> FindAsync(Session session, JsonObject filter);

    Task<JsonNode?> CountAsync(Session session, JsonObject filter);

    Task<JsonNode?> PatchAsync(Session session, JsonObject filter, JsonObject values);

    Task<JsonNode?> DeleteAsync(Session session, JsonObject filter);
}
