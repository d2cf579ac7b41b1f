namespace Relations;

/// <summary>How the names of tables and columns come from those of classes and properties. <see cref="RelationsNamingAttribute"/> chooses.</summary>
public enum NamingConvention
{
    /// <summary>As the class or property is written: <c>BirthYear</c>.</summary>
    AsWritten,

    /// <summary>
    /// Lower case, words parted by underscores: <c>birth_year</c>. Words are those of <c>JsonNamingPolicy.SnakeCaseLower</c>:
    /// <c>URLPath</c> is <c>url_path</c>, <c>Address2</c> is <c>address2</c>, <c>Line2Text</c> is <c>line2_text</c>.
    /// </summary>
    SnakeCase,
}
