namespace Relations.Definitions;

/// <summary>Remembers which columns were assigned, so that null and the default value are values like any other. </summary>
public abstract class Assignments
{
    private ulong first;
    private ulong[]? more;

    private protected Assignments() { }

    /// <summary>Stores a value and remembers that it was assigned.</summary>
    /// <param name="field">Where the value is kept.</param>
    /// <param name="value">The value.</param>
    /// <param name="ordinal">The place of the column among the entity's columns.</param>
    protected void Assign<T>(ref T field, T value, int ordinal)
    {
        field = value;
        MarkAssigned(ordinal);
    }

    private protected void MarkAssigned(int ordinal)
    {
        if (ordinal < 64)
        {
            first |= 1UL << ordinal;
            return;
        }

        var word = (ordinal / 64) - 1;
        if (more is null || more.Length <= word)
        {
            Array.Resize(ref more, word + 1);
        }

        more[word] |= 1UL << (ordinal % 64);
    }

    /// <summary>Whether the column with this place was assigned.</summary>
    protected internal bool IsAssigned(int ordinal) =>
        ordinal < 64
            ? (first & (1UL << ordinal)) != 0
            : more is not null && (ordinal / 64) - 1 < more.Length && (more[(ordinal / 64) - 1] & (1UL << (ordinal % 64))) != 0;

    internal bool IsEmpty => first == 0 && (more is null || Array.TrueForAll(more, static word => word == 0));
}
