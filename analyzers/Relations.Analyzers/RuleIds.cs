namespace Relations.Analyzers;

/// <summary>The ids of the rules. They are never reused.</summary>
internal static class RuleIds
{
    public const string EntityLacksPrimaryKey = "REL0001";
    public const string EntityCannotBeMapped = "REL0002";
    public const string PropertyTypeHasNoColumn = "REL0003";
    public const string RelatedTypeIsNoEntity = "REL0004";
    public const string MappingIsNotUnique = "REL0005";
    public const string EmittedNameClashes = "REL0006";
    public const string MarkedMemberHasNoColumn = "REL0007";
    public const string ConcurrencyTokenIsNoInteger = "REL0008";
    public const string JsonNameIsNotUnique = "REL0009";
    public const string ThroughModelLacksSourceKey = "REL0101";
    public const string ThroughModelLacksTargetKey = "REL0102";
    public const string NamedKeyDoesNotExist = "REL0103";
    public const string SelfThroughKeysAreTheSame = "REL0104";
    public const string ForeignKeyTypeDiffers = "REL0105";
    public const string RelationPropertyTypeIsNotSupported = "REL0106";
    public const string TargetLacksForeignKey = "REL0107";
    public const string SourceLacksForeignKey = "REL0108";
    public const string ThroughModelLacksDiscriminator = "REL0109";
    public const string PolymorphicTargetsAreUnclear = "REL0110";
    public const string ForeignKeyIsAmbiguous = "REL0111";
    public const string RelationPropertyCannotBeSet = "REL0112";
    public const string RelationContradicts = "REL0113";
    public const string KeyIsNotUnique = "REL0114";
    public const string LinksAreNotUnique = "REL0115";
    public const string RelationPropertyShouldBeNullable = "REL0116";
    public const string InverseUsesOtherKeys = "REL0117";
    public const string RelationIsInitialized = "REL0118";
    public const string ForeignKeyRefersToTwoModels = "REL0119";
    public const string ConditionIsNoTruthValue = "REL0201";
    public const string QueryInLoop = "REL0202";
    public const string RelationDataIsRejected = "REL0203";
    public const string RelationIsNotIncluded = "REL0204";
    public const string QueryIsDropped = "REL0205";
}
