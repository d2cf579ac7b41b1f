using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Relations.Generator.Emitting;

/// <summary>Writes lines with their indentation; knows nothing of relations.</summary>
internal sealed class SourceWriter
{
    /// <summary>As much as most files need, so that the text is not moved while it grows.</summary>
    private const int UsualLength = 16 * 1024;

    /// <summary>The memory of a writer of this thread that is done, for the next.</summary>
    [ThreadStatic]
    private static StringBuilder? spare;

    private readonly StringBuilder text = spare ?? new(UsualLength);
    private int depth;
    private bool isLineStart = true;

    public SourceWriter() => spare = null;

    /// <summary>Writes a text of one or more lines, each at the present indentation.</summary>
    public void Write(string lines)
    {
        Append(lines);
        Line();
    }

    /// <summary>Writes an interpolated text of one or more lines, piece by piece: no string is made of it first.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] SourceLines lines) => Line();

    public void Line()
    {
        text.Append('\n');
        isLineStart = true;
    }

    /// <summary>Writes a piece of a line, or of several.</summary>
    public void Append(string? piece)
    {
        for (var start = 0; start < piece?.Length;)
        {
            var end = piece.IndexOf('\n', start);
            AppendWithinLine(piece, start, end < 0 ? piece.Length : end > start && piece[end - 1] == '\r' ? end - 1 : end);
            if (end < 0)
            {
                return;
            }

            Line();
            start = end + 1;
        }
    }

    /// <summary>Writes a declaration and opens its block, which disposing the result closes.</summary>
    public Block Open(string declaration)
    {
        Write(declaration);
        return OpenBlock();
    }

    /// <summary>Writes an interpolated declaration and opens its block.</summary>
    public Block Open([InterpolatedStringHandlerArgument("")] SourceLines declaration)
    {
        Write(declaration);
        return OpenBlock();
    }

    /// <summary>Indents what follows; disposing the result writes what ends it, if anything does.</summary>
    public Block Indent(string end = "")
    {
        depth++;
        return new(this, end);
    }

    /// <summary>Ends the writing: all that was written.</summary>
    public override string ToString()
    {
        var written = text.ToString();
        spare = text.Clear();
        return written;
    }

    /// <summary>Ends the writing: all that was written.</summary>
    public SourceText ToSourceText() => SourceText.From(ToString(), Encoding.UTF8);

    private void AppendWithinLine(string piece, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        if (isLineStart)
        {
            text.Append(' ', depth * 4);
            isLineStart = false;
        }

        text.Append(piece, start, end - start);
    }

    private Block OpenBlock()
    {
        Write("{");
        return Indent("}");
    }

    /// <summary>What was opened, to be closed.</summary>
    public readonly struct Block(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            if (end.Length > 0)
            {
                writer.Write(end);
            }
        }
    }
}
