using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relations.Definitions;

namespace Relations.Sqlite;

/// <summary>Writes many values as one JSON array, into a buffer that is used again.</summary>
internal sealed class JsonList
{
    /// <summary>A buffer that has grown beyond this is not kept.</summary>
    private const int KeptCapacity = 1 << 20;

    [ThreadStatic]
    private static JsonList? spare;

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter json;

    // The reader is json_each, not a browser: only what JSON itself demands is escaped.
    private JsonList() => json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The array as UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.WrittenSpan;

    /// <summary>Writes the values; give the list back with <see cref="Return"/>.</summary>
    public static JsonList Of<T>(ReadOnlySpan<T> values)
    {
        var list = Start();
        var element = new ListStorage(list.json);
        foreach (var value in values)
        {
            StorageRules.Store(value, ref element);
        }

        return list.End();
    }

    /// <summary>Writes the values: one that takes several columns as an array of its parts. Give the list back with <see cref="Return"/>.</summary>
    public static JsonList Of(MappedList values)
    {
        var list = Start();
        var parts = new PartBinder(new ListStorage(list.json));
        for (var index = 0; index < values.Count; index++)
        {
            if (values.Parts > 1)
            {
                list.json.WriteStartArray();
            }

            values.Bind(index, ref parts);
            if (values.Parts > 1)
            {
                list.json.WriteEndArray();
            }
        }

        return list.End();
    }

    private static JsonList Start()
    {
        var list = spare ?? new JsonList();
        spare = null;
        list.buffer.ResetWrittenCount();
        list.json.Reset();
        list.json.WriteStartArray();
        return list;
    }

    private JsonList End()
    {
        json.WriteEndArray();
        json.Flush();
        return this;
    }

    public void Return()
    {
        if (buffer.Capacity <= KeptCapacity)
        {
            spare = this;
        }
    }
}
