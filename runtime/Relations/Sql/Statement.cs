using System.Globalization;
using Relations.Definitions;

namespace Relations.Sql;

/// <summary>The text of a statement in a buffer that is used again, and its parameters.</summary>
public sealed class Statement
{
    private readonly List<(Parameter Parameter, int Count)> parameters = [];
    private char[] buffer = new char[1024];
    private int length;
    private string? whole;

    /// <summary>The text so far.</summary>
    public ReadOnlySpan<char> Text => buffer.AsSpan(0, length);

    /// <summary>How many values the statement takes.</summary>
    public int ParameterCount { get; private set; }

    /// <summary>Hands over every value, each under its place.</summary>
    public void Bind<TBinder>(ref TBinder values) where TBinder : struct, IValueBinder
    {
        var first = 0;
        foreach (var (parameter, count) in parameters)
        {
            parameter.Bind(ref values, first);
            first += count;
        }
    }

    /// <summary>The text; where it was written as one string, that string.</summary>
    public override string ToString() => whole?.Length == length ? whole : Text.ToString();

    internal void Clear()
    {
        whole = null;
        parameters.Clear();
        ParameterCount = 0;
        length = 0;
    }

    internal Statement Append(string text)
    {
        if (length == 0)
        {
            whole = text;
        }

        return Append(text.AsSpan());
    }

    internal Statement Append(ReadOnlySpan<char> text)
    {
        if (buffer.Length - length < text.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + text.Length));
        }

        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
        return this;
    }

    internal Statement Append(char character) => Append(new ReadOnlySpan<char>(in character));

    internal Statement Append(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var count, provider: CultureInfo.InvariantCulture);
        return Append(digits[..count]);
    }

    /// <summary>Takes the values of a parameter; returns the place of the first.</summary>
    internal int Add(Parameter parameter) => Add(parameter, parameter.Count);

    /// <summary>Takes a list that the database wants as so many values; returns the place of the first.</summary>
    internal int Add(Parameter list, int count)
    {
        var first = ParameterCount;
        parameters.Add((list, count));
        ParameterCount += count;
        return first;
    }
}
