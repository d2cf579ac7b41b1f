using System.Globalization;
using System.Text;
using Relations.Definitions;

namespace Relations.Sql;

/// <summary>Writes a statement and its parameters for a person to read. Nothing runs it.</summary>
internal struct StatementText : IValueBinder
{
    private readonly StringBuilder text;

    private StatementText(StringBuilder text) => this.text = text;

    public static string Of(Statement statement)
    {
        var written = new StringBuilder(statement.ToString());
        var values = new StatementText(written);
        statement.Bind(ref values);
        return written.ToString();
    }

    public readonly void Bind<T>(int ordinal, T value) => Line(ordinal, Literal(value));

    public readonly void BindList<T>(int ordinal, ReadOnlySpan<T> values)
    {
        var literals = new List<string>(values.Length);
        foreach (var value in values)
        {
            literals.Add(Literal(value));
        }

        Line(ordinal, $"[{string.Join(", ", literals)}]");
    }

    public readonly void BindList(int ordinal, MappedList values)
    {
        var literals = new List<string>(values.Count);
        for (var index = 0; index < values.Count; index++)
        {
            var stored = StoredValues.Of(values, index);
            literals.Add(stored is [var single] ? Literal(single) : $"({string.Join(", ", stored.Select(Literal))})");
        }

        Line(ordinal, $"[{string.Join(", ", literals)}]");
    }

    private readonly void Line(int ordinal, string value) => text.Append('\n').Append(CultureInfo.InvariantCulture, $"-- {ordinal + 1}: ").Append(value);

    private static string Literal<T>(T value) => value switch
    {
        null => "null",
        string or char => $"'{value.ToString()!.ReplaceLineEndings(" ")}'",
        Enum number => number.ToString("D"), // one that is stored by name comes as a text
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
