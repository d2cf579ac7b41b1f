namespace Relations.Generator.Model;

/// <summary>A strong type: a struct around a single value, which is what is stored.</summary>
/// <param name="Member">The name of the property that gives the value.</param>
/// <param name="Inner">The value's type as emitted code writes it.</param>
internal sealed record StrongTypeModel(string Member, string Inner);
