namespace Relations.Generator.Emitting;

/// <summary>The model whose property an emitted property repeats, and the emitted type that it stands in.</summary>
internal readonly record struct EntityReferenceText(string Type, string Owner);
