using Relations.Generator.Model;

namespace Relations.Generator.Tracking;

/// <summary>
/// What every entity depends on: while this stays equal, the same code means the same, but for what stands inside types that it looks into.
/// </summary>
/// <param name="Surroundings">What the project's code depends on besides its files.</param>
/// <param name="Headers">The headers of all files, in the compiler's order.</param>
internal sealed record ProjectFacts(Surroundings Surroundings, EquatableArray<string> Headers);
