namespace Relations;

/// <summary>
/// Says how the tables and columns of this assembly's entities are called where neither <c>[Table]</c> nor <c>[Column]</c> does.
/// Without it they are called as the class or property is written.
/// </summary>
/// <param name="convention">How the names are made.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RelationsNamingAttribute(NamingConvention convention) : Attribute
{
    /// <summary>How the names are made.</summary>
    public NamingConvention Convention { get; } = convention;
}
