using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Tests.ModelBased;

/// <summary>The repository of a relation to targets of several types.</summary>
/// <param name="relation">Makes it.</param>
/// <param name="readers">Makes a target of a row of each table.</param>
internal sealed class PolymorphicAccess<TSourceKey, TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(
    Func<Session, TSourceKey, PolymorphicThroughRepository<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>> relation,
    IReadOnlyDictionary<string, Func<JsonObject, TTarget>> readers) : IRelationAccess
    where TTarget : class where TProperties : struct, IProperties<TProperties> where TPatch : Patch
    where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
    where TTargetKey : notnull where TThroughData : class
{
    public IReadOnlyList<Operation> Operations { get; } =
    [
        Operation.FindRelated, Operation.CreateRelated, Operation.CreateAllRelated, Operation.PatchRelated, Operation.DeleteRelated, Operation.FindLinks, Operation.Link, Operation.LinkAll, Operation.Unlink, Operation.UnlinkAll, Operation.Set, Operation.PatchLinks,
    ];

    public async Task<JsonNode?> FindAsync(Session session, JsonNode source, JsonObject filter) => Rows.Write(await Of(session, source).FindAsync(Parse(filter)));

    public async Task<JsonNode?> CountAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).CountAsync();

    public async Task<JsonNode?> CreateAsync(Session session, JsonNode source, JsonObject target, JsonObject through) =>
        Rows.Write(await Of(session, source).CreateAsync(Read(target), Rows.Read<TThroughData>(through)));

    public async Task<JsonNode?> CreateAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) =>
        Rows.Write(await Of(session, source).CreateAllAsync(targets.Select(target => Read(target!)), Rows.Read<TThroughData>(through)));

    public async Task<JsonNode?> PatchAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) => await Of(session, source).Apply(Parse(filter)).PatchAsync(Rows.Read<TPatch>(values));

    public async Task<JsonNode?> DeleteAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).DeleteAsync();

    public async Task<JsonNode?> FindLinksAsync(Session session, JsonNode source, JsonObject filter) => Rows.Write(await Of(session, source).Apply(Parse(filter)).Links().ToListAsync());

    public async Task<JsonNode?> CountLinksAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).Links().CountAsync();

    public async Task<JsonNode?> LinkAsync(Session session, JsonNode source, JsonNode target, JsonObject through) => await Of(session, source).LinkAsync(Read(target), Rows.Read<TThroughData>(through));

    public async Task<JsonNode?> LinkAllAsync(Session session, JsonNode source, JsonArray targets, JsonObject through) =>
        await Of(session, source).LinkAllAsync(targets.Select(target => Read(target!)), Rows.Read<TThroughData>(through));

    public async Task<JsonNode?> SetAsync(Session session, JsonNode source, JsonArray targets, JsonObject through)
    {
        var change = await Of(session, source).SetAsync(targets.Select(target => Read(target!)), Rows.Read<TThroughData>(through));
        return new JsonArray(change.Added, change.Removed, change.Kept);
    }

    public async Task<JsonNode?> UnlinkAsync(Session session, JsonNode source, JsonNode target) => await Of(session, source).UnlinkAsync(Read(target));

    public async Task<JsonNode?> UnlinkAllAsync(Session session, JsonNode source, JsonObject filter) => await Of(session, source).Apply(Parse(filter)).UnlinkAllAsync();

    public async Task<JsonNode?> PatchLinksAsync(Session session, JsonNode source, JsonObject filter, JsonObject values) =>
        await Of(session, source).Apply(Parse(filter)).PatchLinksAsync(Rows.Read<TThroughPatch>(values));

    private static Filter<TTarget> Parse(JsonObject filter) => Filter<TTarget>.Parse(filter.ToJsonString());

    private TTarget Read(JsonNode target)
    {
        var row = Rows.Copy((JsonObject)target);
        return readers[Rows.TakeTable(row)](row);
    }

    private PolymorphicThroughRepository<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData> Of(Session session, JsonNode source) =>
        relation(session, Rows.Read<TSourceKey>(source));
}
