namespace System.Runtime.CompilerServices;

/// <summary>Lets a method give what it is called on to the handler of an interpolated string, on netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    public string[] Arguments { get; } = [argument];
}
