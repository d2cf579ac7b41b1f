using System.Globalization;
using System.Runtime.CompilerServices;

namespace Relations.Generator.Emitting;

/// <summary>Lines that are written while the compiler puts their pieces together.</summary>
[InterpolatedStringHandler]
internal readonly ref struct SourceLines
{
    private readonly SourceWriter writer;

    /// <summary>Called by the compiler for an interpolated string, as its other methods are for the pieces.</summary>
    public SourceLines(int literalLength, int formattedCount, SourceWriter writer) => this.writer = writer;

    public void AppendLiteral(string piece) => writer.Append(piece);

    public void AppendFormatted(string? piece) => writer.Append(piece);

    public void AppendFormatted(int number) => writer.Append(number.ToString(CultureInfo.InvariantCulture));
}
