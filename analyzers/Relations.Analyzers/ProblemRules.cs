using Microsoft.CodeAnalysis;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>The rule of each kind of problem, and the names of its arguments, by which code fixes find them.</summary>
internal static class ProblemRules
{
    public static DiagnosticDescriptor Of(ProblemKind kind) => kind switch
    {
        ProblemKind.EntityLacksPrimaryKey => Rules.EntityLacksPrimaryKey,
        ProblemKind.EntityCannotBeMapped => Rules.EntityCannotBeMapped,
        ProblemKind.PropertyTypeHasNoColumn => Rules.PropertyTypeHasNoColumn,
        ProblemKind.RelatedTypeIsNoEntity => Rules.RelatedTypeIsNoEntity,
        ProblemKind.MappingIsNotUnique => Rules.MappingIsNotUnique,
        ProblemKind.EmittedNameClashes => Rules.EmittedNameClashes,
        ProblemKind.MarkedMemberHasNoColumn => Rules.MarkedMemberHasNoColumn,
        ProblemKind.ConcurrencyTokenIsNoInteger => Rules.ConcurrencyTokenIsNoInteger,
        ProblemKind.JsonNameIsNotUnique => Rules.JsonNameIsNotUnique,
        ProblemKind.ThroughModelLacksSourceKey => Rules.ThroughModelLacksSourceKey,
        ProblemKind.ThroughModelLacksTargetKey => Rules.ThroughModelLacksTargetKey,
        ProblemKind.NamedKeyDoesNotExist => Rules.NamedKeyDoesNotExist,
        ProblemKind.SelfThroughKeysAreTheSame => Rules.SelfThroughKeysAreTheSame,
        ProblemKind.ForeignKeyTypeDiffers => Rules.ForeignKeyTypeDiffers,
        ProblemKind.RelationPropertyTypeIsNotSupported => Rules.RelationPropertyTypeIsNotSupported,
        ProblemKind.TargetLacksForeignKey => Rules.TargetLacksForeignKey,
        ProblemKind.SourceLacksForeignKey => Rules.SourceLacksForeignKey,
        ProblemKind.ThroughModelLacksDiscriminator => Rules.ThroughModelLacksDiscriminator,
        ProblemKind.PolymorphicTargetsAreUnclear => Rules.PolymorphicTargetsAreUnclear,
        ProblemKind.ForeignKeyIsAmbiguous => Rules.ForeignKeyIsAmbiguous,
        ProblemKind.RelationPropertyCannotBeSet => Rules.RelationPropertyCannotBeSet,
        ProblemKind.RelationContradicts => Rules.RelationContradicts,
        ProblemKind.KeyIsNotUnique => Rules.KeyIsNotUnique,
        ProblemKind.LinksAreNotUnique => Rules.LinksAreNotUnique,
        ProblemKind.RelationPropertyShouldBeNullable => Rules.RelationPropertyShouldBeNullable,
        ProblemKind.InverseUsesOtherKeys => Rules.InverseUsesOtherKeys,
        ProblemKind.RelationIsInitialized => Rules.RelationIsInitialized,
        ProblemKind.ForeignKeyRefersToTwoModels => Rules.ForeignKeyRefersToTwoModels,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of problem has no rule."),
    };

    /// <summary>The names of a problem's first arguments; those that no code fix asks for have none.</summary>
    public static string[] ArgumentNames(ProblemKind kind) => kind switch
    {
        ProblemKind.PropertyTypeHasNoColumn => ["", "", "", "", "", ArgumentName.Candidates],
        ProblemKind.RelatedTypeIsNoEntity => [ArgumentName.Model, "", "", ArgumentName.Obstacle],
        ProblemKind.ThroughModelLacksSourceKey or ProblemKind.ThroughModelLacksTargetKey => [ArgumentName.Model, ArgumentName.Referred, ArgumentName.Property, ArgumentName.Type],
        ProblemKind.TargetLacksForeignKey or ProblemKind.SourceLacksForeignKey => [ArgumentName.Model, ArgumentName.Referred, ArgumentName.Property, ArgumentName.Type, "", ArgumentName.Attribute],
        ProblemKind.NamedKeyDoesNotExist => [ArgumentName.Model, ArgumentName.Property, ArgumentName.Setting, ArgumentName.Suggestion],
        ProblemKind.SelfThroughKeysAreTheSame => [ArgumentName.Model, ArgumentName.Referred, ArgumentName.Property],
        ProblemKind.ForeignKeyTypeDiffers => [ArgumentName.Model, ArgumentName.Property, "", ArgumentName.Referred, ArgumentName.Key, ArgumentName.Type],
        ProblemKind.ThroughModelLacksDiscriminator or ProblemKind.KeyIsNotUnique => [ArgumentName.Model, ArgumentName.Property],
        ProblemKind.ForeignKeyIsAmbiguous => [ArgumentName.Model, ArgumentName.Referred, ArgumentName.Candidates],
        ProblemKind.LinksAreNotUnique => [ArgumentName.Model, ArgumentName.Property, ArgumentName.OtherProperty],
        _ => [],
    };
}
