namespace Relations.Generator.Model;

/// <summary>What the project's model needs to know of the project.</summary>
/// <param name="RootNamespace">Where the project's model is emitted.</param>
/// <param name="HasServiceCollection">Whether Microsoft.Extensions.DependencyInjection is referenced.</param>
internal sealed record ProjectModel(string RootNamespace, bool HasServiceCollection);
