using System.Text.Json.Serialization;

namespace Relations.Definitions;

/// <summary>How values are stored that no column takes as they are.</summary>
public abstract class ValueMapping
{
    private protected ValueMapping() { }

    /// <summary>How many columns a value takes.</summary>
    public virtual int Count => 1;

    /// <summary>Whether a value holds bytes, whose own equality is not that of their content.</summary>
    public virtual bool HoldsBytes => false;

    /// <summary>The type of the one value that is stored; null where there are several.</summary>
    internal virtual Type? Inner => null;

    /// <summary>How the one column stores a value; null where there are several.</summary>
    internal virtual ColumnType? ColumnType => null;

    /// <summary>What the one column stores of a value.</summary>
    internal abstract object? StoredOf(object value);

    /// <summary>The value for what the one column stores.</summary>
    internal abstract object ValueOf(object stored);

    /// <summary>What reads and writes a value as JSON; null where there are several.</summary>
    internal virtual JsonConverter? Json => null;
}
