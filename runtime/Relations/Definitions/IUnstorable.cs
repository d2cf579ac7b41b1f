namespace Relations.Definitions;

/// <summary>A value of an entity that no column takes. It does no harm where it is not stored: a relation fills in the foreign key of a new row.</summary>
internal interface IUnstorable
{
    /// <summary>The error, where it would be stored.</summary>
    RelationsException WhyNot();
}
