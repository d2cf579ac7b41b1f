namespace Relations;

/// <summary>An entity to be written carries data of a relation, which has rows of its own. LoopBack rejects it likewise.</summary>
public sealed class NavigationPropertyException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public NavigationPropertyException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>LoopBack's text for it.</summary>
    internal static string Text(string entity, string relation) =>
        $"Navigational properties are not allowed in model data (model \"{entity}\" property \"{relation}\"), please remove it.";
}
