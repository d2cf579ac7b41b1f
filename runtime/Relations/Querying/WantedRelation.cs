using Relations.Definitions;

namespace Relations.Querying;

/// <summary>A relation to be included, and what is wanted of its targets.</summary>
/// <param name="Name">The relation's name, or that of a property which a resolver of the user's own fills.</param>
/// <param name="Relation">The relation; null where the name is not one of the entity's.</param>
/// <param name="Scope">What is wanted of the targets; null where there is no relation that could have any.</param>
/// <param name="HasScope">Whether anything was asked of the targets.</param>
internal sealed record WantedRelation(string Name, RelationDefinition? Relation, QuerySpecification? Scope, bool HasScope);
