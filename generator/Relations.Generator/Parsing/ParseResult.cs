using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What came of parsing an entity.</summary>
/// <param name="Model">What the generator emits from; null where there is nothing to emit.</param>
/// <param name="Problems">What the analyzer reports.</param>
/// <param name="Read">The types that were looked into: whose members, or arguments of attributes, the result came of.</param>
internal sealed record ParseResult(EntityModel? Model, IReadOnlyList<Problem> Problems, IReadOnlyCollection<INamedTypeSymbol> Read);
