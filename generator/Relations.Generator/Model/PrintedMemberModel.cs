namespace Relations.Generator.Model;

/// <summary>A member that a record prints.</summary>
/// <param name="Name">The member's name, without an at sign.</param>
/// <param name="Reader">The method to emit that reads it, where only what is obsolete itself may; else null.</param>
internal sealed record PrintedMemberModel(string Name, string? Reader);
