using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Testing;

namespace Relations.Generator.Tests.Incremental;

/// <summary>What a driver remembers holds no compilation but the last: each is as large as a project.</summary>
[NonParallelizable]
public sealed class MemoryTests
{
    [Test]
    public void Later_runs_let_earlier_compilations_go()
    {
        var compilations = new List<WeakReference>();
        var driver = Run(compilations);

        for (var attempt = 0; attempt < 10 && compilations.Exists(static compilation => compilation.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Multiple(() =>
        {
            Assert.That(compilations.Count(static compilation => compilation.IsAlive), Is.Zero);
            Assert.That(driver.GetRunResult().Results[0].Exception, Is.Null);
        });
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GeneratorDriver Run(List<WeakReference> compilations)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new RelationsGenerator().AsSourceGenerator()], parseOptions: ModelCompilation.ParseOptions());
        var compilation = LargeModel.Of(8);
        foreach (var edit in new Func<CSharpCompilation, CSharpCompilation>[] { LargeModel.RenameColumn, LargeModel.ShiftLines, LargeModel.EditOther, LargeModel.RenameThroughColumn })
        {
            driver = driver.RunGenerators(compilation);
            compilations.Add(new(compilation));
            compilation = edit(compilation);
        }

        return driver.RunGenerators(compilation);
    }
}
