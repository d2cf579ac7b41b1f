using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>Entities are parsed on several threads where the compiler may use them.</summary>
public sealed class ConcurrencyTests
{
    private const int Entities = 200;

    [Test]
    public void Several_threads_write_the_same_files_in_the_same_order_as_one()
    {
        var one = Files(isConcurrent: false).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(one, Has.Count.EqualTo(Entities + 1));
            Assert.That(Files(isConcurrent: true), Is.EqualTo(one));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_cancelled_run_says_so(bool isConcurrent)
    {
        using var cancelled = new CancellationTokenSource();
        var driver = CSharpGeneratorDriver.Create(new Preparing(prepare: _ => cancelled.Cancel()));

        Assert.That(() => driver.RunGenerators(Model(isConcurrent), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(true)]
    [TestCase(false)]
    public void What_goes_wrong_on_a_thread_is_reported_as_itself(bool isConcurrent)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new Preparing(static value => throw new InvalidOperationException($"{value} went wrong.")));

        var exception = driver.RunGenerators(Model(isConcurrent)).GetRunResult().Results[0].Exception;

        Assert.That(exception, Is.TypeOf<InvalidOperationException>().With.Message.EndsWith(" went wrong."));
    }

    /// <summary>Without following the steps, for which the compiler takes the fourth power of the entities' number.</summary>
    private static IEnumerable<(string HintName, string Text)> Files(bool isConcurrent)
    {
        var model = Model(isConcurrent);
        var driver = CSharpGeneratorDriver.Create([new RelationsGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)model.SyntaxTrees[0].Options);
        return driver.RunGenerators(model).GetRunResult().Results[0].GeneratedSources.Select(static file => (file.HintName, file.SourceText.ToString()));
    }

    private static CSharpCompilation Model(bool isConcurrent)
    {
        var model = LargeModel.Of(Entities);
        return model.WithOptions(model.Options.WithConcurrentBuild(isConcurrent));
    }

    /// <summary>A generator that does nothing but prepare the paths of all files.</summary>
    private sealed class Preparing(Action<string> prepare) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider
                .SelectMany(static (compilation, _) => compilation.SyntaxTrees.Select(static tree => tree.FilePath))
                .Prepare(context.CompilationProvider.Select(static (compilation, _) => compilation.Options.ConcurrentBuild), (path, _) => prepare(path)),
            static (_, _) => { });
    }
}
