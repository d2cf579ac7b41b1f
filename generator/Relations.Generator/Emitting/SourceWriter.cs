using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Relations.Generator.Emitting;

/// <summary>Writes lines with their indentation; knows nothing of relations.</summary>
internal sealed class SourceWriter
{
    /// <summary>As much as most files need, so that the text is not moved while it grows.</summary>
    private const int UsualLength = 16 * 1024;

    private readonly StringBuilder text = new(UsualLength);
    private int depth;

    /// <summary>Writes a text of one or more lines, each at the present indentation.</summary>
    public void Write(string lines)
    {
        var start = 0;
        while (start <= lines.Length)
        {
            var end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            var length = (end > start && lines[end - 1] == '\r' ? end - 1 : end) - start;
            if (length > 0)
            {
                text.Append(' ', depth * 4).Append(lines, start, length);
            }

            text.Append('\n');
            start = end + 1;
        }
    }

    public void Line() => text.Append('\n');

    /// <summary>Writes a declaration and opens its block, which disposing the result closes.</summary>
    public Block Open(string declaration)
    {
        Write(declaration);
        Write("{");
        depth++;
        return new(this, "}");
    }

    /// <summary>Indents what follows; disposing the result writes what ends it, if anything does.</summary>
    public Block Indent(string end = "")
    {
        depth++;
        return new(this, end);
    }

    public override string ToString() => text.ToString();

    public SourceText ToSourceText() => SourceText.From(text.ToString(), Encoding.UTF8);

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
