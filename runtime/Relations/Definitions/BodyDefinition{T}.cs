namespace Relations.Definitions;

/// <summary>What data from outside may say of a <typeparamref name="T"/>, and how one is made of it.</summary>
/// <typeparam name="T">An entity, a patch or through data.</typeparam>
/// <param name="entity">The entity whose columns get the values.</param>
/// <param name="accepts">The names of the properties that may be given.</param>
/// <param name="requires">The names of the properties that must be given.</param>
/// <param name="create">Makes one of values that were checked: all that is required is there, and nothing that is not accepted.</param>
public sealed class BodyDefinition<T>(EntityDefinition entity, string[] accepts, string[] requires, Func<IGivenValues, T> create) : BodyDefinition(entity, accepts, requires) where T : class
{
    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <inheritdoc/>
    public override bool IsPatch => typeof(T).IsAssignableTo(typeof(Patch));

    internal T Create(IGivenValues given) => create(given);
}
