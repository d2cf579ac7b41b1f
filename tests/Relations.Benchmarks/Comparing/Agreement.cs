using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Comparing;

/// <summary>Whether all contenders come to the same result; what comes to another is not worth measuring.</summary>
internal static class Agreement
{
    /// <summary>Lets each do the work, and compares what comes of it.</summary>
    /// <exception cref="DisagreementException">They do not.</exception>
    public static async Task CheckAsync(WorkItem work, IReadOnlyList<Contender> contenders)
    {
        for (var turn = 0; turn < Turns(work); turn++)
        {
            IReadOnlyList<string>? expected = null;
            foreach (var contender in contenders)
            {
                var found = await ResultAsync(work, contender, turn);
                expected ??= found;
                if (!expected.SequenceEqual(found, StringComparer.Ordinal))
                {
                    throw new DisagreementException(Describe(work, contenders[0], expected, contender, found));
                }
            }
        }
    }

    /// <summary>A result depends on the turn; one will do where it takes long.</summary>
    private static int Turns(WorkItem work) => work.Data.Doctors > 1_000 ? 1 : 3;

    /// <summary>What is returned, and where rows are added, what is in the tables then.</summary>
    private static async Task<IReadOnlyList<string>> ResultAsync(WorkItem work, Contender contender, int turn)
    {
        var result = Digest.Of(await work.Of(contender)!(turn), work.Levels);
        if (!work.Writes)
        {
            return result;
        }

        var added = await contender.ReadAddedAsync();
        await contender.ResetAsync();
        var rest = await contender.ReadAddedAsync();
        return rest.Count == 0 ? [.. result, .. added] : throw new InvalidOperationException($"{contender.Name} has not taken back what '{work.Name}' added.");
    }

    private static string Describe(WorkItem work, Contender first, IReadOnlyList<string> expected, Contender other, IReadOnlyList<string> found)
    {
        var place = 0;
        while (place < expected.Count && place < found.Count && expected[place] == found[place])
        {
            place++;
        }

        return $"""
            '{work.Name}': the contenders do not agree, first in row {place + 1}.
              {first.Name} ({expected.Count} rows): {(place < expected.Count ? expected[place] : "no such row")}
              {other.Name} ({found.Count} rows): {(place < found.Count ? found[place] : "no such row")}
            """;
    }
}
