using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What came of parsing an entity.</summary>
/// <param name="Model">What the generator emits from; null where there is nothing to emit.</param>
/// <param name="Problems">What the analyzer reports.</param>
internal sealed record ParseResult(EntityModel? Model, IReadOnlyList<Problem> Problems);
