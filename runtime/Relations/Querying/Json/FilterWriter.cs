using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Relations.Querying.Json;

/// <summary>Writes a filter as JSON, each in one form however it was given.</summary>
internal static class FilterWriter
{
    // What is written is no part of a page; the default would escape every letter but ASCII's.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(FilterSyntax filter) => Write(writer => Write(writer, filter));

    public static string Write(IncludeSyntax inclusion) => Write(writer => Write(writer, inclusion));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, FilterSyntax filter)
    {
        writer.WriteStartObject();
        if (filter.Where is { } where)
        {
            writer.WritePropertyName("where");
            Write(writer, where);
        }

        WriteFields(writer, filter.Fields);
        WriteList(writer, "order", filter.Orders, static (writer, term) => writer.WriteStringValue($"{term.Name} {(term.Descending ? "DESC" : "ASC")}"));
        if (filter.Limit is { } limit)
        {
            writer.WriteNumber("limit", limit.Count);
        }

        if (filter.Skip is { } skip)
        {
            writer.WriteNumber("skip", skip.Count);
        }

        WriteList(writer, "include", filter.Inclusions, Write);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, FieldsSyntax? fields)
    {
        if (fields is { AreExcluded: false })
        {
            WriteList(writer, "fields", fields.Names, static (writer, name) => writer.WriteStringValue(name.Name));
        }
        else if (fields is not null)
        {
            writer.WriteStartObject("fields");
            fields.Names.ForEach(name => writer.WriteBoolean(name.Name, value: false));
            writer.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter writer, IncludeSyntax inclusion)
    {
        if (inclusion.Scope is not { } scope)
        {
            writer.WriteStringValue(inclusion.Relation);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("relation", inclusion.Relation);
        writer.WritePropertyName("scope");
        Write(writer, scope);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, WhereSyntax where)
    {
        writer.WriteStartObject();
        where.Members.ForEach(member => Write(writer, member));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, MemberSyntax member)
    {
        switch (member)
        {
            case JunctionSyntax junction:
                WriteList(writer, junction.IsOr ? "or" : "and", junction.Items, Write);
                break;
            case LinkSyntax link:
                writer.WritePropertyName(FilterWords.Through);
                Write(writer, link.Where);
                break;
            case RelationSyntax relation:
                writer.WriteStartObject(relation.Name);
                foreach (var quantifier in relation.Quantifiers)
                {
                    writer.WritePropertyName(FilterWords.Word(quantifier.Quantifier));
                    Write(writer, quantifier.Where);
                }

                writer.WriteEndObject();
                break;
            case PropertySyntax { Comparisons: [{ Operator: FilterOperator.Eq } only] } property:
                writer.WritePropertyName(property.Name);
                Write(writer, only.Value);
                break;
            case PropertySyntax property:
                writer.WriteStartObject(property.Name);
                foreach (var comparison in property.Comparisons)
                {
                    writer.WritePropertyName(FilterWords.Word(comparison.Operator));
                    Write(writer, comparison.Value);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, FilterValue value)
    {
        switch (value)
        {
            case BooleanValue boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case NumberValue number:
                writer.WriteRawValue(number.Text);
                break;
            case TextValue text:
                writer.WriteStringValue(text.Text);
                break;
            case ListValue list:
                writer.WriteStartArray();
                list.Items.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, List<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count > 0)
        {
            writer.WriteStartArray(name);
            items.ForEach(item => write(writer, item));
            writer.WriteEndArray();
        }
    }
}
