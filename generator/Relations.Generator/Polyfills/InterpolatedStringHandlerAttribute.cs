namespace System.Runtime.CompilerServices;

/// <summary>Lets interpolated strings be written piece by piece on netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
