using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Tests.ModelBased;

internal sealed class ThroughAccess<TSourceKey, TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(
    Func<Session, TSourceKey, HasManyThroughRepository<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>> relation) : IRelationAccess
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
    where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
    where TTargetKey : notnull where TThroughData : class
{
    public IReadOnlyList<Operation> Operations { get; } =
    [
        Operation.FindRelated, Operation.FindRelatedById, Operation.CreateRelated, Operation.CreateAllRelated, Operation.PatchRelated, Operation.DeleteRelated, Operation.FindLinks,
        Operation.Link, Operation.LinkAll, Operation.Unlink, Operation.UnlinkAll, Operation.Set, Operation.PatchLinks,
    ];

    public async Task<JsonNode?> FindAsync(Session session, JsonNode source, JsonObject filter) => Rows.Write(await Of(session, source).FindAsync(Parse(filter)));

    public async Task<JsonNode?> CountAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).CountAsync();

    public async Task<JsonNode?> FindByIdAsync(Session session, JsonNode source, JsonNode key, JsonObject filter) =>
        Rows.Write(await Of(session, source).Apply(Parse(filter)).FindByIdOrDefaultAsync(Rows.Read<TKey>(key)));

    public async Task<JsonNode?> ExistsAsync(Session session, JsonNode source, JsonNode key, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).ExistsAsync(Rows.Read<TKey>(key));

    public async Task<JsonNode?> FindLinksAsync(Session session, JsonNode source, JsonObject filter) => Rows.Write(await Of(session, source).Apply(Parse(filter)).Links().ToListAsync());

    public async Task<JsonNode?> CountLinksAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).Links().CountAsync();

    public async Task<JsonNode?> CreateAsync(Session session, JsonNode source, JsonObject target, JsonObject through) =>
        Rows.Write(await Of(session, source).CreateAsync(Rows.Read<TTarget>(target), Rows.Read<TThroughData>(through)));

    public async Task<JsonNode?> CreateAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) =>
        Rows.Write(await Of(session, source).CreateAllAsync(Rows.ReadAll<TTarget>(targets), Rows.Read<TThroughData>(through)));

    public async Task<JsonNode?> PatchAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) => await Of(session, source).Apply(Parse(filter)).PatchAsync(Rows.Read<TPatch>(values));

    public async Task<JsonNode?> DeleteAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).DeleteAsync();

    public async Task<JsonNode?> LinkAsync(Session session, JsonNode source, JsonNode target, JsonObject through) => await Of(session, source).LinkAsync(Rows.Read<TTargetKey>(target), Rows.Read<TThroughData>(through));

    public async Task<JsonNode?> LinkAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) => await Of(session, source).LinkAllAsync(Keys(targets), Rows.Read<TThroughData>(through));

    public async Task<JsonNode?> UnlinkAsync(Session session, JsonNode source, JsonNode target) => await Of(session, source).UnlinkAsync(Rows.Read<TTargetKey>(target));

    public async Task<JsonNode?> UnlinkAllAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).UnlinkAllAsync();

    public async Task<JsonNode?> SetAsync(Session session, JsonNode source, JsonArray targets, JsonObject through)
    {
        var change = await Of(session, source).SetAsync(Keys(targets), Rows.Read<TThroughData>(through));
        return new JsonArray(change.Added, change.Removed, change.Kept);
    }

    public async Task<JsonNode?> PatchLinksAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) =>
        await Of(session, source).Apply(Parse(filter)).PatchLinksAsync(Rows.Read<TThroughPatch>(values));

    private static Filter<TTarget> Parse(JsonObject filter) => Filter<TTarget>.Parse(filter.ToJsonString());

    private static List<TTargetKey> Keys(JsonArray targets) => [.. targets.Select(static target => Rows.Read<TTargetKey>(target!))];

    private HasManyThroughRepository<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData> Of(Session session, JsonNode source) =>
        relation(session, Rows.Read<TSourceKey>(source));
}
