namespace Relations.Generator.Model;

/// <summary>What a record's <c>ToString</c> shows.</summary>
/// <param name="Modifiers">The modifiers that C# wants of the method on this record.</param>
/// <param name="CallsBase">Whether a base record prints its members first.</param>
/// <param name="Members">The members to print: all public ones but the relations.</param>
internal sealed record PrintMembersModel(string Modifiers, bool CallsBase, EquatableArray<PrintedMemberModel> Members);
