namespace Relations.Definitions;

/// <summary>How values are stored that no column takes as they are.</summary>
public abstract class ValueMapping
{
    private protected ValueMapping() { }

    /// <summary>How many columns a value takes.</summary>
    public virtual int Count => 1;

    /// <summary>Whether a value holds bytes, whose own equality is not that of their content.</summary>
    public virtual bool HoldsBytes => false;
}
