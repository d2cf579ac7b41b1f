using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

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
        var list = spare ?? new JsonList();
        spare = null;
        list.buffer.ResetWrittenCount();
        list.json.Reset();
        var element = new ListStorage(list.json);
        list.json.WriteStartArray();
        foreach (var value in values)
        {
            StorageRules.Store(value, ref element);
        }

        list.json.WriteEndArray();
        list.json.Flush();
        return list;
    }

    public void Return()
    {
        if (buffer.Capacity <= KeptCapacity)
        {
            spare = this;
        }
    }
}
