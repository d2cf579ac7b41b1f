namespace Relations.Generator.Model;

/// <summary>What a relation's method hides in the repository's base class.</summary>
internal enum HiddenMember
{
    None,

    /// <summary>A method that takes the same single key.</summary>
    KeyOverload,

    /// <summary>A member that is no method: every overload hides it.</summary>
    Name,
}
