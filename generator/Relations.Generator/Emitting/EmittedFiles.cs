using System.Collections.Concurrent;
using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>
/// The files of entities that are still in use, by their names. The compiler compares the models of two runs by their places, and an entity that joins a file may
/// move those after it; their files are found again here and not written anew. Only the compiler's own tables keep a file alive.
/// </summary>
internal sealed class EmittedFiles
{
    private readonly ConcurrentDictionary<string, WeakReference<EmittedFile>> files = new(StringComparer.Ordinal);

    /// <summary>The file of this model: the one that there is, if it was written from an equal one.</summary>
    public EmittedFile Of(EntityModel entity)
    {
        var hintName = HintName.For(entity);
        if (files.TryGetValue(hintName, out var reference) && reference.TryGetTarget(out var file) && file.Entity == entity)
        {
            return file;
        }

        file = new(entity, hintName);
        files[hintName] = new(file);
        return file;
    }
}
