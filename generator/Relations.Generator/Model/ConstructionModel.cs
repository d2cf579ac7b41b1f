namespace Relations.Generator.Model;

/// <summary>How an entity is made.</summary>
/// <param name="IsPrivate">Whether the constructor can only be reached through an unsafe accessor.</param>
/// <param name="SetsRequiredMembers">Whether the constructor says that it sets all required members.</param>
/// <param name="Parameters">The constructor's parameters.</param>
/// <param name="OtherRequiredMembers">The required members that are no columns: an object initializer must name them all the same.</param>
internal sealed record ConstructionModel(bool IsPrivate, bool SetsRequiredMembers, EquatableArray<ParameterModel> Parameters, EquatableArray<string> OtherRequiredMembers);
