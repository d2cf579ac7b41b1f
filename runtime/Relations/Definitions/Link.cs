namespace Relations;

/// <summary>A target with the through row that leads to it.</summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <param name="Target">The target.</param>
/// <param name="Through">The through row.</param>
public readonly record struct Link<TTarget, TThrough>(TTarget Target, TThrough Through);
