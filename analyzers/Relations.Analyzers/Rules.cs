using Microsoft.CodeAnalysis;

namespace Relations.Analyzers;

/// <summary>The rules, each named after what is wrong. Fields, for the release tracking of Microsoft.CodeAnalysis.Analyzers reads no properties.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor EntityLacksPrimaryKey = new(
        RuleIds.EntityLacksPrimaryKey,
        "An entity has no primary key",
        "{0} has no primary key; {1}",
        Categories.Entities, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.EntityLacksPrimaryKey));

    public static readonly DiagnosticDescriptor EntityCannotBeMapped = new(
        RuleIds.EntityCannotBeMapped,
        "An entity cannot be mapped",
        "{0} cannot be an entity: {1}; change that, or remove [Entity]",
        Categories.Entities, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.EntityCannotBeMapped));

    public static readonly DiagnosticDescriptor PropertyTypeHasNoColumn = new(
        RuleIds.PropertyTypeHasNoColumn,
        "A property's type has no column",
        "{0}.{1} has the type {2}, which no column can hold{3}; {4}",
        Categories.Entities, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.PropertyTypeHasNoColumn));

    public static readonly DiagnosticDescriptor RelatedTypeIsNoEntity = new(
        RuleIds.RelatedTypeIsNoEntity,
        "A related type is no entity",
        "{0} is no entity, so {1}.{2} cannot be a relation; {3}",
        Categories.Entities, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelatedTypeIsNoEntity));

    public static readonly DiagnosticDescriptor MappingIsNotUnique = new(
        RuleIds.MappingIsNotUnique,
        "Two map to the same table or column",
        "{0} and {1} both map to '{2}'; give one of them another name with [Table] or [Column]",
        Categories.Entities, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.MappingIsNotUnique), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor EmittedNameClashes = new(
        RuleIds.EmittedNameClashes,
        "A generated name is taken",
        "The name {0}, which is generated for {1}, is taken; rename one of the two",
        Categories.Entities, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.EmittedNameClashes));

    public static readonly DiagnosticDescriptor MarkedMemberHasNoColumn = new(
        RuleIds.MarkedMemberHasNoColumn,
        "What is marked as a column is none",
        "{0}.{1} {2}, but has no column: {3}; columns are public properties that can be read and set",
        Categories.Entities, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.MarkedMemberHasNoColumn));

    public static readonly DiagnosticDescriptor ConcurrencyTokenIsNoInteger = new(
        RuleIds.ConcurrencyTokenIsNoInteger,
        "A concurrency token is no integer",
        "{0}.{1} is marked [{3}], but has the type {2}; updates count a token up, and throw where it is no integer: change its type, or remove [{3}]",
        Categories.Entities, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ConcurrencyTokenIsNoInteger));

    public static readonly DiagnosticDescriptor JsonNameIsNotUnique = new(
        RuleIds.JsonNameIsNotUnique,
        "Two properties have one name in JSON",
        "{0}.{1} and {0}.{2} both have the name '{3}' in JSON; give one of them another with [JsonPropertyName], or hide it with [JsonIgnore]",
        Categories.Entities, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.JsonNameIsNotUnique));

    public static readonly DiagnosticDescriptor ThroughModelLacksSourceKey = new(
        RuleIds.ThroughModelLacksSourceKey,
        "The through model lacks the foreign key to the source",
        "{0} has no property '{2}' to refer to {1}; add it, or name the foreign key with ThroughKeyFrom",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ThroughModelLacksSourceKey));

    public static readonly DiagnosticDescriptor ThroughModelLacksTargetKey = new(
        RuleIds.ThroughModelLacksTargetKey,
        "The through model lacks the foreign key to the target",
        "{0} has no property '{2}' to refer to {1}; add it, or name the foreign key with ThroughKeyTo",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ThroughModelLacksTargetKey));

    public static readonly DiagnosticDescriptor NamedKeyDoesNotExist = new(
        RuleIds.NamedKeyDoesNotExist,
        "A named key does not exist",
        "{0} has no property '{1}' that {2} could name; {3}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.NamedKeyDoesNotExist));

    public static readonly DiagnosticDescriptor SelfThroughKeysAreTheSame = new(
        RuleIds.SelfThroughKeysAreTheSame,
        "Both ends of a relation use the same foreign key",
        "{0} refers to {1} with '{2}' at both ends; name two foreign keys with ThroughKeyFrom and ThroughKeyTo",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.SelfThroughKeysAreTheSame));

    public static readonly DiagnosticDescriptor ForeignKeyTypeDiffers = new(
        RuleIds.ForeignKeyTypeDiffers,
        "A foreign key has another type than the key it refers to",
        "{0}.{1} has the type {2}, but {3}.{4}, to which it refers, is {5}; give both the same type",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ForeignKeyTypeDiffers));

    public static readonly DiagnosticDescriptor RelationPropertyTypeIsNotSupported = new(
        RuleIds.RelationPropertyTypeIsNotSupported,
        "A relation property's type is not supported",
        "{0}.{1} has the type {2}; make it {3}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelationPropertyTypeIsNotSupported));

    public static readonly DiagnosticDescriptor TargetLacksForeignKey = new(
        RuleIds.TargetLacksForeignKey,
        "The target lacks the foreign key",
        "{0} has no property '{2}' to refer to {1}; add it, or name the foreign key with KeyTo{4}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.TargetLacksForeignKey));

    public static readonly DiagnosticDescriptor SourceLacksForeignKey = new(
        RuleIds.SourceLacksForeignKey,
        "The source lacks the foreign key",
        "{0} has no property '{2}' to refer to {1}; add it, or name the foreign key with KeyFrom{4}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.SourceLacksForeignKey));

    public static readonly DiagnosticDescriptor ThroughModelLacksDiscriminator = new(
        RuleIds.ThroughModelLacksDiscriminator,
        "The through model lacks the discriminator",
        "{0} has no property '{1}' to say which type a link leads to; add it, or name the discriminator with Discriminator",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ThroughModelLacksDiscriminator));

    public static readonly DiagnosticDescriptor PolymorphicTargetsAreUnclear = new(
        RuleIds.PolymorphicTargetsAreUnclear,
        "The targets of a polymorphic relation are unclear",
        "{0}.{1} cannot tell its targets apart: {2}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.PolymorphicTargetsAreUnclear));

    public static readonly DiagnosticDescriptor ForeignKeyIsAmbiguous = new(
        RuleIds.ForeignKeyIsAmbiguous,
        "Several foreign keys could be meant",
        "{0} has several foreign keys to {1} ({2}); name the one that is meant with {3}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ForeignKeyIsAmbiguous));

    public static readonly DiagnosticDescriptor RelationPropertyCannotBeSet = new(
        RuleIds.RelationPropertyCannotBeSet,
        "A relation property can be neither set nor generated",
        "{0}.{1} can be neither set nor generated: {2}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelationPropertyCannotBeSet));

    public static readonly DiagnosticDescriptor RelationContradicts = new(
        RuleIds.RelationContradicts,
        "A relation contradicts itself or another",
        "{0}.{1} cannot be a relation as declared: {2}",
        Categories.Relations, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelationContradicts));

    public static readonly DiagnosticDescriptor KeyIsNotUnique = new(
        RuleIds.KeyIsNotUnique,
        "A key that a relation refers to is not unique",
        "{0}.{1} is a key of this relation, but not unique; {2}",
        Categories.Relations, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.KeyIsNotUnique));

    public static readonly DiagnosticDescriptor LinksAreNotUnique = new(
        RuleIds.LinksAreNotUnique,
        "Linking twice makes two links",
        "{0} carries nothing but its keys, and linking twice makes two links; make {1} and {2} its key, or unique together",
        Categories.Relations, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.LinksAreNotUnique));

    public static readonly DiagnosticDescriptor RelationPropertyShouldBeNullable = new(
        RuleIds.RelationPropertyShouldBeNullable,
        "A relation that can be empty is not nullable",
        "{0}.{1} may have no target; declare it nullable",
        Categories.Relations, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelationPropertyShouldBeNullable));

    public static readonly DiagnosticDescriptor InverseUsesOtherKeys = new(
        RuleIds.InverseUsesOtherKeys,
        "The inverse relation uses other keys",
        "{0}.{1} and {2}.{3} go through {4} by different keys; name the same two on both",
        Categories.Relations, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.InverseUsesOtherKeys));

    public static readonly DiagnosticDescriptor RelationIsInitialized = new(
        RuleIds.RelationIsInitialized,
        "A relation is initialized",
        "{0}.{1} is initialized, and what is not null counts as loaded, also where it was not included; remove the initializer",
        Categories.Relations, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelationIsInitialized));

    public static readonly DiagnosticDescriptor ForeignKeyRefersToTwoModels = new(
        RuleIds.ForeignKeyRefersToTwoModels,
        "A foreign key refers to two models",
        "{0}.{1} refers to {2} by {3}, and to {4} by {5}, so that a row needs both; give each relation a foreign key of its own, make both polymorphic (Polymorphic = true, with a discriminator), or remove one",
        Categories.Relations, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ForeignKeyRefersToTwoModels), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ConditionIsNoTruthValue = new(
        RuleIds.ConditionIsNoTruthValue,
        "A condition is used as a truth value",
        "A condition is no truth value here, it would always be false; give it to Where, or compare a loaded property",
        Categories.Use, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.ConditionIsNoTruthValue));

    public static readonly DiagnosticDescriptor QueryInLoop = new(
        RuleIds.QueryInLoop,
        "A query runs for each entity of a loop",
        "{0} runs a statement for each {1} of the loop; include the relation in the query before the loop",
        Categories.Use, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.QueryInLoop));

    public static readonly DiagnosticDescriptor RelationDataIsRejected = new(
        RuleIds.RelationDataIsRejected,
        "Relation data is rejected when it is written",
        "{0}.{1} is a relation, and {2} rejects an entity that carries one; remove it, and write the related rows through the relation's repository",
        Categories.Use, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelationDataIsRejected));

    public static readonly DiagnosticDescriptor RelationIsNotIncluded = new(
        RuleIds.RelationIsNotIncluded,
        "A relation is read that was not included",
        "{0}.{1} is read, but the query that {2} comes from does not include it; add Include(x => x.{1})",
        Categories.Use, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.RelationIsNotIncluded));

    public static readonly DiagnosticDescriptor QueryIsDropped = new(
        RuleIds.QueryIsDropped,
        "A query is built and dropped",
        "{0} returns a new query and changes nothing; use what it returns",
        Categories.Use, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(RuleIds.QueryIsDropped));

    /// <summary>The page of a rule.</summary>
    private static string HelpLink(string id) => $"https://github.com/relations-dotnet/relations/blob/main/docs/rules/{id}.md";
}
