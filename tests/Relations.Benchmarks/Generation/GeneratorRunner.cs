using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Relations.Benchmarks.Comparing;

namespace Relations.Benchmarks.Generation;

/// <summary>Runs one generator on a compilation and again on an edited one, and takes a sample of one of the two.</summary>
internal sealed class GeneratorRunner(string name, ISourceGenerator generator)
{
    private readonly List<Sample> samples = [];
    private IReadOnlyList<SourceText> before = [];
    private IReadOnlyList<SourceText> after = [];

    public IReadOnlyList<Sample> Samples => samples;

    /// <summary>Runs it.</summary>
    /// <param name="compilation">The compilation, of which nobody has asked anything yet.</param>
    /// <param name="edit">What is done to it before the run that counts; null where the first counts.</param>
    public void Run(CSharpCompilation compilation, Func<CSharpCompilation, CSharpCompilation>? edit)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        if (edit is not null)
        {
            driver = driver.RunGenerators(compilation);
            before = Texts(driver);
            compilation = edit(compilation);
        }

        var meter = Meter.Start();
        driver = driver.RunGenerators(compilation);
        samples.Add(meter.Stop(size: 1));
        after = Texts(driver);
    }

    /// <summary>Forgets the samples of the warm-up.</summary>
    public void Forget() => samples.Clear();

    public GeneratorResult Result(GeneratorRunner baseline)
    {
        var regenerated = after.Except(before, ReferenceEqualityComparer.Instance).Cast<SourceText>().ToList();
        var known = before.Select(static text => text.ToString()).ToHashSet(StringComparer.Ordinal);
        return new(
            name,
            samples.Zip(baseline.samples, static (own, other) => own.ProcessorNanoseconds / other.ProcessorNanoseconds).Median(),
            samples.Select(static sample => sample.Nanoseconds).Median() / 1e6,
            samples.Select(static sample => sample.ProcessorNanoseconds).Median() / 1e6,
            samples.Select(static sample => sample.Bytes).Median(),
            after.Sum(static text => (long)Encoding.UTF8.GetByteCount(text.ToString())),
            after.Count,
            regenerated.Count,
            regenerated.Count(text => !known.Contains(text.ToString())));
    }

    private static IReadOnlyList<SourceText> Texts(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is null ? [.. result.GeneratedSources.Select(static source => source.SourceText)] : throw new InvalidOperationException("The generator failed.", result.Exception);
    }
}
