using System.Buffers;
using System.Text.Unicode;

namespace Relations.Sqlite;

/// <summary>A text as UTF-8 in a buffer that is used again.</summary>
internal ref struct Utf8Text
{
    private byte[]? rented;

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="space">Memory of the caller's for a short one.</param>
    /// <exception cref="RelationsException">The text has half of a surrogate pair, which UTF-8 cannot express.</exception>
    public Utf8Text(ReadOnlySpan<char> text, Span<byte> space)
    {
        if (text.Length * 3L > space.Length)
        {
            rented = ArrayPool<byte>.Shared.Rent(checked(text.Length * 3));
            space = rented;
        }

        if (Utf8.FromUtf16(text, space, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            Dispose();
            throw new ConstraintException($"The text has half of a surrogate pair (U+{(int)text[read]:X4}) at position {read}, which cannot be stored as UTF-8. Remove it, or store the text as byte[].");
        }

        Bytes = space[..written];
    }

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (rented is { } buffer)
        {
            rented = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
