using Relations.Definitions;

namespace Relations.Querying;

/// <summary>A relation to be included, and what is wanted of its targets.</summary>
internal sealed record WantedRelation(RelationDefinition Relation, QuerySpecification Scope);
