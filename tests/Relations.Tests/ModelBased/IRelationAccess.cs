using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>The library's repository of a relation, with rows and keys as JSON.</summary>
internal interface IRelationAccess
{
    /// <summary>What it can do.</summary>
    IReadOnlyList<Operation> Operations { get; }

    /// <summary>Whether it starts from the source's primary key; else from the key that the relation names.</summary>
    bool StartsFromPrimaryKey => false;

    /// <summary>The targets; of a relation to one its target or null.</summary>
    Task<JsonNode?> FindAsync(Session session, JsonNode source, JsonObject filter);

    Task<JsonNode?> CountAsync(Session session, JsonNode source, JsonObject filter) => throw new NotSupportedException();

    Task<JsonNode?> FindByIdAsync(Session session, JsonNode source, JsonNode key, JsonObject filter) => throw new NotSupportedException();

    Task<JsonNode?> ExistsAsync(Session session, JsonNode source, JsonNode key, JsonObject filter) => throw new NotSupportedException();

    /// <summary>Adds a target. A row of one of several tables says which one, see <see cref="Rows.OfTable"/>.</summary>
    Task<JsonNode?> CreateAsync(Session session, JsonNode source, JsonObject target, JsonObject through) => throw new NotSupportedException();

    /// <summary>Adds targets, each as <see cref="CreateAsync"/> does.</summary>
    Task<JsonNode?> CreateAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) => throw new NotSupportedException();

    Task<JsonNode?> PatchAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) => throw new NotSupportedException();

    Task<JsonNode?> DeleteAsync(Session session, JsonNode source, JsonObject filter) => throw new NotSupportedException();

    Task<JsonNode?> FindLinksAsync(Session session, JsonNode source, JsonObject filter) => throw new NotSupportedException();

    Task<JsonNode?> CountLinksAsync(Session session, JsonNode source, JsonObject filter) => throw new NotSupportedException();

    /// <summary>Links a target, which is named by its key; where there are several tables, by its row, which says which one.</summary>
    Task<JsonNode?> LinkAsync(Session session, JsonNode source, JsonNode target, JsonObject through) => throw new NotSupportedException();

    Task<JsonNode?> LinkAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) => throw new NotSupportedException();

    /// <summary>Removes the links to a target, which is named as it is to be linked.</summary>
    Task<JsonNode?> UnlinkAsync(Session session, JsonNode source, JsonNode target) => throw new NotSupportedException();

    Task<JsonNode?> UnlinkAllAsync(Session session, JsonNode source, JsonObject filter) => throw new NotSupportedException();

    Task<JsonNode?> SetAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) => throw new NotSupportedException();

    Task<JsonNode?> PatchLinksAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) => throw new NotSupportedException();
}
