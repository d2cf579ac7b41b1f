using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Relations.Testing;

/// <summary>
/// Compares text with an approved file, <c>*.verified.*</c>. On a difference it leaves <c>*.received.*</c> beside it.
/// RELATIONS_ACCEPT_SNAPSHOTS=1 accepts what was received, except where CI=true.
/// </summary>
public static class Snapshot
{
    /// <summary>The difference, line by line, or null where there is none. Such as <c>Clinic.Doctor.g.cs</c> is compared with <c>Clinic.Doctor.g.verified.cs</c>.</summary>
    public static string? Difference(string folder, string file, string received)
    {
        var verifiedPath = Path.Combine(folder, Path.ChangeExtension(file, ".verified" + Path.GetExtension(file)));
        var receivedPath = Path.Combine(folder, Path.ChangeExtension(file, ".received" + Path.GetExtension(file)));
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : "";
        if (verified == received)
        {
            File.Delete(receivedPath);
            return null;
        }

        if (IsAccepting)
        {
            File.WriteAllText(verifiedPath, received);
            File.Delete(receivedPath);
            return null;
        }

        File.WriteAllText(receivedPath, received);
        return $"{file} differs (- verified, + received):\n{Render(verified, received)}";
    }

    /// <summary>The approved files of a folder for which nothing was received.</summary>
    public static IReadOnlyList<string> Left(string folder, IEnumerable<string> received)
    {
        var expected = received.Select(static file => Path.ChangeExtension(file, ".verified" + Path.GetExtension(file))).ToHashSet(StringComparer.Ordinal);
        var left = Directory.GetFiles(folder, "*.verified.*").Where(path => !expected.Contains(Path.GetFileName(path))).ToList();
        if (IsAccepting)
        {
            left.ForEach(File.Delete);
            left.Clear();
        }

        return left;
    }

    private static bool IsAccepting =>
        Environment.GetEnvironmentVariable("RELATIONS_ACCEPT_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    private static string Render(string verified, string received)
    {
        var text = new StringBuilder();
        foreach (var line in new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received).Lines.Where(static line => line.Type != ChangeType.Unchanged))
        {
            text.Append(line.Type == ChangeType.Deleted ? "- " : "+ ").Append(line.Text).Append('\n');
        }

        return text.ToString();
    }
}
