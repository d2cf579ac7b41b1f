namespace Relations.Analyzers;

/// <summary>What a diagnostic tells its code fix: the names of its properties.</summary>
internal static class ArgumentName
{
    /// <summary>The model to change.</summary>
    public const string Model = "model";

    /// <summary>The model that a foreign key refers to.</summary>
    public const string Referred = "referred";

    /// <summary>The property of <see cref="Model"/> that is missing or wrong.</summary>
    public const string Property = "property";

    public const string OtherProperty = "otherProperty";

    /// <summary>The property's type as it should be.</summary>
    public const string Type = "type";

    /// <summary>The property that a foreign key refers to.</summary>
    public const string Key = "key";

    /// <summary>A setting of the relation's attribute, such as KeyFrom.</summary>
    public const string Setting = "setting";

    /// <summary>The name that was meant.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>Names that could be meant, separated by commas.</summary>
    public const string Candidates = "candidates";

    /// <summary>What keeps the obvious repair from being one, or an empty text.</summary>
    public const string Obstacle = "obstacle";

    /// <summary>The attribute that a relation may be meant to have, or an empty text.</summary>
    public const string Attribute = "attribute";

    /// <summary>The relation's property.</summary>
    public const string Relation = "relation";

    /// <summary>Whether the query includes the relation already.</summary>
    public const string IsIncluded = "isIncluded";
}
