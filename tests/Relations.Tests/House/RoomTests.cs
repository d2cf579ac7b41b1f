using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Tests.House;

/// <summary>The folders of the runtime are rooms of a house: what stands in one may name what stands beside or below, never what stands above.</summary>
[TestFixture]
public sealed class RoomTests
{
    private static readonly string[] TopToBottom = ["Repositories", "Schema", "Inclusion", "Sessions", "Sql", "Querying", "Definitions", "Attributes", "Errors"];

    private static readonly Lazy<List<Reference>> References = new(FindReferences);

    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    [Test]
    public void No_folder_of_the_runtime_refers_upward()
    {
        var upward = References.Value.Where(static reference => Level(reference.To) < Level(reference.From)).Select(static reference => reference.ToString()).Distinct(StringComparer.Ordinal);

        Assert.That(upward, Is.Empty);
    }

    [Test]
    public void Every_folder_of_the_runtime_is_a_known_room()
    {
        var rooms = Sources.Of("runtime/Relations").Select(RoomOf).Distinct(StringComparer.Ordinal);

        Assert.That(rooms, Is.SubsetOf(TopToBottom));
    }

    [Test]
    public void References_between_rooms_are_found_at_all() =>
        Assert.That(References.Value.Select(static reference => (reference.From, reference.To)), Does.Contain(("Repositories", "Sql")).And.Contain(("Sql", "Querying")));

    private static int Level(string room) => Array.IndexOf(TopToBottom, room);

    private static string RoomOf(string file) => Path.GetRelativePath(Path.Combine(Sources.Root, "runtime/Relations"), file).Split(Path.DirectorySeparatorChar)[0];

    private static List<Reference> FindReferences()
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);
        var trees = Sources.Of("runtime/Relations").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)).ToList();
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Relations", [.. trees, CSharpSyntaxTree.ParseText(GlobalUsings, options)], platform, new(OutputKind.DynamicallyLinkedLibrary));

        var references = new List<Reference>();
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            var names = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>();
            references.AddRange(names.SelectMany(name => Declarations(model, name), (name, declared) => new Reference(RoomOf(tree.FilePath), RoomOf(declared), Path.GetFileName(tree.FilePath), name.Identifier.Text)));
        }

        return references;
    }

    private static IEnumerable<string> Declarations(SemanticModel model, SimpleNameSyntax name)
    {
        var symbol = model.GetSymbolInfo(name).Symbol;
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        return type is null or { IsImplicitlyDeclared: true } ? [] : type.OriginalDefinition.DeclaringSyntaxReferences.Select(static declaration => declaration.SyntaxTree.FilePath).Where(static file => file.Length > 0);
    }

    private sealed record Reference(string From, string To, string File, string Name)
    {
        public override string ToString() => $"{From}/{File} names {Name} of {To}";
    }
}
