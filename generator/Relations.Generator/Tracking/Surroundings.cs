using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Tracking;

/// <summary>What a project's code depends on besides its files.</summary>
internal sealed record Surroundings(string? Assembly, CompilationOptions Options, EquatableArray<ReferenceIdentity> References)
{
    public static Surroundings Of(Compilation compilation) => new(
        compilation.AssemblyName,
        compilation.Options,
        compilation.References.Select(static reference => new ReferenceIdentity(reference)).ToEquatableArray());
}
