namespace Relations.Generator.Model;

/// <summary>How a value gets into a property.</summary>
internal enum Assignment
{
    /// <summary>By a setter that emitted code may call at any time.</summary>
    Set,

    /// <summary>By an init accessor: in an object initializer, later only through an unsafe accessor.</summary>
    Init,

    /// <summary>By a setter that emitted code may not name: through an unsafe accessor.</summary>
    Accessor,

    /// <summary>By a parameter of the constructor alone.</summary>
    Constructor,
}
