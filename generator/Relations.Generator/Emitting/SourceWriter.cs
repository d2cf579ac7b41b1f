using System.Text;

namespace Relations.Generator.Emitting;

/// <summary>Writes lines with their indentation; knows nothing of relations.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes a text of one or more lines, each at the present indentation.</summary>
    public void Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0)
            {
                text.Append(' ', depth * 4).Append(trimmed);
            }

            text.Append('\n');
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
