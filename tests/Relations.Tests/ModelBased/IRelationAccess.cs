using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>The library's repository of a relation, with rows and keys as JSON.</summary>
internal interface IRelationAccess
{
    /// <summary>Whether links can be made and removed.</summary>
    bool HasLinks { get; }

    Task<JsonNode?> FindAsync(Session session, JsonNode source, JsonObject filter);

    Task<JsonNode?> CountAsync(Session session, JsonNode source, JsonObject filter);

    Task<JsonNode?> CreateAsync(Session session, JsonNode source, JsonObject target, JsonObject through);

    Task<JsonNode?> PatchAsync(Session session, JsonNode source, JsonObject filter, JsonObject values);

    Task<JsonNode?> DeleteAsync(Session session, JsonNode source, JsonObject filter);

    Task<JsonNode?> LinkAsync(Session session, JsonNode source, JsonNode target, JsonObject through);

    Task<JsonNode?> LinkAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through);

    Task<JsonNode?> UnlinkAsync(Session session, JsonNode source, JsonNode target);

    Task<JsonNode?> UnlinkAllAsync(Session session, JsonNode source, JsonObject filter);

    Task<JsonNode?> SetAsync(Session session, JsonNode source, JsonArray targets, JsonObject through);

    Task<JsonNode?> PatchLinksAsync(Session session, JsonNode source, JsonObject filter, JsonObject values);
}
