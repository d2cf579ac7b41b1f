using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator;
using Relations.Testing;

namespace Relations.Benchmarks.Generation;

/// <summary>Compares this project's generator with that of System.Text.Json on the same types, in one process, taking turns.</summary>
internal static class GenerationCost
{
    private const int WarmUps = 5;

    private static readonly (string Name, Func<CSharpCompilation, CSharpCompilation>? Edit)[] Runs =
    [
        ("cold", null),
        ("renamed column", LargeModel.RenameColumn),
        ("renamed through column", LargeModel.RenameThroughColumn),
        ("shifted lines", LargeModel.ShiftLines),
        ("other file", LargeModel.EditOther),
    ];

    public static IEnumerable<GenerationResult> Run(int entities, int rounds)
    {
        foreach (var (name, edit) in Runs)
        {
            GeneratorRunner json = new("System.Text.Json", JsonGenerator.Create());
            GeneratorRunner own = new("Relations", new RelationsGenerator().AsSourceGenerator());
            for (var round = -WarmUps; round < rounds; round++)
            {
                if (round == 0)
                {
                    json.Forget();
                    own.Forget();
                }

                GeneratorRunner[] turns = round % 2 == 0 ? [json, own] : [own, json];
                foreach (var runner in turns)
                {
                    runner.Run(Model(entities), edit);
                }
            }

            yield return new(name, entities, [json.Result(json), own.Result(json)]);
        }
    }

    /// <summary>The model, of which nothing is known yet: each run parses its own.</summary>
    private static CSharpCompilation Model(int entities)
    {
        var model = LargeModel.Of(entities);
        return model.AddSyntaxTrees(JsonGenerator.Context(LargeModel.Entities(entities), (CSharpParseOptions)model.SyntaxTrees[0].Options));
    }
}
