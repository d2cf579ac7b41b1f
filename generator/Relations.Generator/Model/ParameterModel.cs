namespace Relations.Generator.Model;

/// <summary>A parameter of the constructor that makes an entity.</summary>
/// <param name="Name">The parameter's name, without an at sign.</param>
/// <param name="Property">The name of the property that it fills.</param>
/// <param name="Type">The parameter's type as emitted code writes it.</param>
/// <param name="Default">The default value as emitted code writes it; null where an argument must be given.</param>
internal sealed record ParameterModel(string Name, string Property, string Type, string? Default);
