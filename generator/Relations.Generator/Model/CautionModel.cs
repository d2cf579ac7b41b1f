namespace Relations.Generator.Model;

/// <summary>What a declaration warns its users of: that it is obsolete, or experimental. What is emitted for it warns of the same.</summary>
/// <param name="Attributes">The attributes that say so, as emitted code writes them.</param>
/// <param name="IsError">Whether only what is obsolete itself may use it (CS0619), whatever is suppressed.</param>
/// <param name="Ids">The ids of the warnings, other than C#'s own.</param>
internal sealed record CautionModel(string Attributes, bool IsError, EquatableArray<string> Ids)
{
    /// <summary>The first, unless only the second is an error.</summary>
    public static CautionModel? Graver(CautionModel? first, CautionModel? second) =>
        first is null || (!first.IsError && second is { IsError: true }) ? second : first;
}
