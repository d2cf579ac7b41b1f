using Microsoft.CodeAnalysis.Text;
using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>The file of one entity.</summary>
/// <param name="entity">What it was written from.</param>
/// <param name="hintName">Its name.</param>
internal sealed class EmittedFile(EntityModel entity, string hintName)
{
    private SourceText? text;

    public EntityModel Entity { get; } = entity;

    public string HintName { get; } = hintName;

    /// <summary>Its text, which is written when it is first asked for.</summary>
    public SourceText Emit() => text ??= EntityEmitter.Emit(Entity);
}
