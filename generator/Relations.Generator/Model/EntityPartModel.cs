namespace Relations.Generator.Model;

/// <summary>The emitted part of the user's own type.</summary>
/// <param name="Declarations">The declaration of the type and of those around it, the outermost first.</param>
/// <param name="Properties">The properties to implement.</param>
/// <param name="Printing">What a record prints; null for a class, or where the user says it himself.</param>
internal sealed record EntityPartModel(EquatableArray<string> Declarations, EquatableArray<PartialPropertyModel> Properties, PrintMembersModel? Printing);
