using System.Text;
using System.Text.Json;
using Relations.Definitions.Json;

namespace Relations.Querying.Json;

/// <summary>Reads a filter's JSON; what it means is the parser's matter.</summary>
/// <param name="root">The place of the whole, which may be a part of a filter.</param>
/// <param name="limits">How much it may ask for.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FilterJsonReader(FilterPath root, FilterLimits limits, FilterProblems problems)
{
    // Half of a surrogate pair must not become another character.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The value, or null where there is none.</summary>
    public FilterValue? Read(string json)
    {
        if (json.Length > limits.Size)
        {
            problems.Add(root, $"the filter is {json.Length} characters long; {limits.Size} bytes are allowed");
            return null;
        }

        try
        {
            return Read(Strict.GetBytes(json));
        }
        catch (EncoderFallbackException)
        {
            problems.Add(root, "not valid Unicode");
            return null;
        }
    }

    /// <inheritdoc cref="Read(string)"/>
    public FilterValue? Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > limits.Size)
        {
            problems.Add(root, $"the filter is {json.Length} bytes long; {limits.Size} are allowed");
            return null;
        }

        var reader = new Utf8JsonReader(JsonTexts.WithoutMark(json), new JsonReaderOptions { MaxDepth = limits.JsonDepth });
        try
        {
            reader.Read();
            var value = ReadValue(ref reader, root);
            reader.Read(); // reports what follows
            return value;
        }
        catch (JsonException error)
        {
            // The token that opens an object or a list does not count itself.
            var depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
            problems.Add(root, depth == limits.JsonDepth ? $"nested more than {limits.Depth} levels deep" : $"not valid JSON: {error.Message}");
            return null;
        }
    }

    private FilterValue ReadValue(ref Utf8JsonReader reader, FilterPath path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, path);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, path);
            case JsonTokenType.String:
                return new TextValue(path, ReadText(ref reader, path) ?? "");
            case JsonTokenType.Number:
                return new NumberValue(path, Checked(Encoding.ASCII.GetString(reader.ValueSpan), path) ?? "0");
            case JsonTokenType.Null:
                return new NullValue(path);
            default:
                return new BooleanValue(path, reader.TokenType == JsonTokenType.True);
        }
    }

    private ObjectValue ReadObject(ref Utf8JsonReader reader, FilterPath path)
    {
        var members = new List<KeyValuePair<string, FilterValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader, path);
            reader.Read();
            if (name is null || FilterNames.IsTooLong(name, path, problems))
            {
                reader.Skip();
                continue;
            }

            var member = path.Then(name);
            var value = ReadValue(ref reader, member);
            if (names.Add(name))
            {
                members.Add(new(name, value));
            }
            else
            {
                problems.Add(member, "given twice");
            }
        }

        return new(path, members);
    }

    private ListValue ReadList(ref Utf8JsonReader reader, FilterPath path)
    {
        var items = new List<FilterValue>();
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            if (count > limits.ListLength)
            {
                reader.Skip();
            }
            else
            {
                items.Add(ReadValue(ref reader, path.Then(items.Count)));
            }
        }

        if (count > limits.ListLength)
        {
            problems.Add(path, $"a list of {count}; {limits.ListLength} are allowed");
        }

        return new(path, items);
    }

    private string? ReadText(ref Utf8JsonReader reader, FilterPath path)
    {
        try
        {
            return Checked(reader.GetString()!, path);
        }
        catch (InvalidOperationException)
        {
            problems.Add(path, "not valid Unicode");
            return null;
        }
    }

    private string? Checked(string text, FilterPath path)
    {
        if (text.Length <= limits.TextLength)
        {
            return text;
        }

        problems.Add(path, $"a text of {text.Length} characters; {limits.TextLength} are allowed");
        return null;
    }
}
