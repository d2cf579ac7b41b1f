using System.Globalization;
using Relations.Benchmarks.Comparing;
using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks;

/// <summary>What is wanted, as it was said on the command line.</summary>
internal sealed class Arguments
{
    public const string Usage = """
        --compare [NAME,…]      compares the contenders, on all work or what is named
        --growth [PARENTS,…]    compares the include of 100, 1,000, 10,000 and 100,000 parents
          --database NAME       sqlite (default), or postgresql, on the server that RELATIONS_POSTGRESQL names
          --contenders NAME,…   only these, besides ADO.NET
          --rounds N            how often each contender has its turn
          --quick               runs everything as briefly as can be, to see that it works
          --json FILE           writes the results
        --generation            compares the generator with System.Text.Json's, and the analyzers with the compiler
          --rounds N, --json FILE
        --report FILE           writes the page and the charts of such a file
          --out FOLDER          where to (default: docs)
        anything else           goes to BenchmarkDotNet, such as --filter '*'
        """;

    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);

    /// <summary>Reads the words.</summary>
    /// <exception cref="ArgumentException">A word is unknown, or a value is missing.</exception>
    public Arguments(string[] arguments)
    {
        for (var place = 0; place < arguments.Length; place++)
        {
            var word = arguments[place];
            var hasValue = place + 1 < arguments.Length && !arguments[place + 1].StartsWith("--", StringComparison.Ordinal);
            given[word] = word switch
            {
                "--compare" or "--growth" => hasValue ? arguments[++place] : "",
                "--quick" or "--generation" => "",
                "--database" or "--contenders" or "--rounds" or "--json" or "--report" or "--out" => hasValue ? arguments[++place] : throw new ArgumentException($"{word} needs a value."),
                _ => throw new ArgumentException($"'{word}' is not known."),
            };
        }
    }

    public string? Report => Given("--report");

    public string Out => Given("--out") ?? "docs";

    public string? Json => Given("--json");

    public string Database => Given("--database") ?? "sqlite";

    /// <summary>Whether a contender has its turn.</summary>
    public bool Wants(string contender) => Given("--contenders") is not { } names || contender == Contender.Baseline || names.Split(',').Contains(contender, StringComparer.Ordinal);

    /// <summary>How thoroughly these contenders are measured.</summary>
    public Pace PaceFor(ContenderSet set)
    {
        var pace = given.ContainsKey("--quick") ? Pace.Quick : set.IsInProcess ? Pace.Usual : Pace.OfServer;
        return Given("--rounds") is { } rounds ? pace with { Rounds = Number(rounds), Fewest = Number(rounds) } : pace;
    }

    /// <summary>Whether the cost of generator and analyzers is wanted.</summary>
    public bool Generation => given.ContainsKey("--generation");

    /// <summary>How often generators and analyzers have their turn, each of which takes seconds.</summary>
    public int GenerationRounds => Given("--rounds") is { } rounds ? Number(rounds) : 9;

    /// <summary>What is compared; nothing where no comparison is wanted.</summary>
    public IReadOnlyList<WorkItem> Work => Given("--compare") is not { } names ? [] : names.Length > 0
        ? [.. names.Split(',').Select(name => WorkItems.All.FirstOrDefault(work => work.Name == name)
            ?? throw new ArgumentException($"There is no work '{name}'; there is: {string.Join(", ", WorkItems.All.Select(static work => work.Name))}."))]
        : WorkItems.All;

    /// <summary>How many parents growth is measured with; nothing where it is not wanted.</summary>
    public IReadOnlyList<int> Parents => Given("--growth") is not { } numbers ? [] : numbers.Length > 0 ? [.. numbers.Split(',').Select(Number)] : [100, 1_000, 10_000, 100_000];

    /// <summary>Whether they are for this program, and not for BenchmarkDotNet.</summary>
    public static bool AreOurs(string[] arguments) => arguments.Any(static word => word is "--compare" or "--growth" or "--generation" or "--report");

    private string? Given(string word) => given.GetValueOrDefault(word);

    private static int Number(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"'{text}' is not a number above 0.");
}
