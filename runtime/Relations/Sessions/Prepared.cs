namespace Relations.Sessions;

/// <summary>What an operation fills while it runs. It is made before that, so that mistakes show before any statement; and anew should the operation run again.</summary>
/// <param name="state">What it is made of.</param>
/// <param name="make">Makes it.</param>
internal sealed class Prepared<TState, TWork>(TState state, Func<TState, TWork> make) where TWork : class
{
    private TWork? taken;

    /// <summary>What the first run will work with.</summary>
    public TWork First { get; } = make(state);

    /// <summary>What this run works with.</summary>
    public TWork Take() => taken = taken is null ? First : make(state);
}
