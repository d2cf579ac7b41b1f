using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Relations.Generator.Tracking;

/// <summary>A reference, which is the same as no other: its content is never compared.</summary>
internal sealed class ReferenceIdentity(MetadataReference reference) : IEquatable<ReferenceIdentity>
{
    private readonly MetadataReference reference = reference;

    public bool Equals(ReferenceIdentity? other) => other is not null && ReferenceEquals(reference, other.reference);

    public override bool Equals(object? obj) => Equals(obj as ReferenceIdentity);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(reference);
}
