using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tests.Incremental;

/// <summary>Edits a project by chance, as people do and as nobody does.</summary>
internal sealed class RandomEdit(EditedProject project, Random random)
{
    private static readonly string[] MemberSnippets =
    [
        "public const string Added = \"added\";",
        "public const string Added = nameof(Id);",
        "public int Number { get; set; }",
        "public string? Note { get; set; }",
        "public Key Strong { get; set; }",
        "public Colour Colour { get; set; }",
        "[Column(Names.First)] public int First { get; set; }",
        "[Column(nameof(Names.Second))] public int Second { get; set; }",
        "[Column(nameof(Holder.Inner.Third))] public int Third { get; set; }",
        "public Named Holder { get; set; } = null!;",
        "[Unique] public int Tag { get; set; }",
        "[NotMapped] public int Left { get; set; }",
        "[Key] public int Other { get; set; }",
        "public class Colour { }",
        "public class Names { public const string First = \"inner\"; public int Second; }",
        "public int Count() { var count = 1; return count; }",
        "protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false;",
        "private int patientsSlot;",
    ];

    private static readonly string[] FileSnippets =
    [
        "global using Model = Relations.EntityAttribute;",
        "global using static Names;",
        "global using Colour = System.Int32;",
        "[assembly: Relations.RelationsNaming(Relations.NamingConvention.SnakeCase)]",
        "[assembly: Relations.RelationsNaming((Relations.NamingConvention)Numbers.Naming)]",
        "public static class Numbers { public const int Naming = 1; }",
        "public static class Numbers { public const int Naming = 0; }",
        "public static class Names { public const string First = \"one\"; public static int Second; }",
        "public static class Names { public const string First = nameof(Named.Inner); public static int Third; }",
        "public class Named { public Deep Inner { get; set; } = null!; }",
        "public class Named : NamedBase { }",
        "public class NamedBase { public Deep Inner { get; set; } = null!; public static int Second; }",
        "public class Deep { public int Third; }",
        "public class Deep : NamedBase { public int Second; }",
        "public readonly record struct Key(int Value);",
        "public readonly record struct Key(System.Guid Value);",
        "public record struct Key(int Value);",
        "public enum Colour : byte { Red, Green }",
        "public enum Colour : long { Red = 4 }",
        "public struct Colour;",
        "namespace System { public struct DateTime; }",
        "public class PatientRepository;",
        "public partial class DoctorRepository { }",
        "public class Doctor { public int Id { get; set; } }",
        "public class NotMappedAttribute : System.Attribute;",
        "namespace Relations { public class Session; }",
        "class Other { void Body() { } }",
        "public partial class Stray { public int Id { get; set; } [Relations.HasMany] public partial System.Collections.Generic.IReadOnlyList<Doctor> Doctors { get; } }",
        "public partial class Stray { [Model] public partial Doctor? Doctor { get; } }",
        "global using Model = Relations.BelongsToAttribute;",
    ];

    private static readonly string[] Usings = ["using Relations;", "using Model = Relations.EntityAttribute;", "using Model = Relations.HasOneAttribute;", "using static Names;", "using Key = System.Int64;", "using System.Collections.Generic;", "using System.ComponentModel.DataAnnotations.Schema;"];

    private int added;

    /// <summary>Does one edit, and says which.</summary>
    public string Do()
    {
        if (project.Trees.Count == 0)
        {
            project.RestoreAll();
            return "restore all";
        }

        switch (random.Next(20))
        {
            case 0 or 1 or 2 or 3: return ReplaceToken();
            case 4 or 5: return Splice("remove", static member => "");
            case 6: return Splice("double", static member => member + member);
            case 7 or 8: return Splice("insert", member => $"{member}\n{MemberSnippets[random.Next(MemberSnippets.Length)]}\n");
            case 9: return Splice("insert from elsewhere", member => member + Any<MemberDeclarationSyntax>(AnyTree())?.ToFullString());
            case 10: return MoveType();
            case 11 or 12: return AddFile(FileSnippets[random.Next(FileSnippets.Length)]);
            case 13: return RemoveFile();
            case 14: return Prepend(Usings[random.Next(Usings.Length)] + "\n");
            case 15: return Prepend("// a comment\n");
            case 16: return AddPart();
            case 17: return ChangeSurroundings();
            default:
                project.Restore(random);
                return "restore";
        }
    }

    private SyntaxTree AnyTree() => project.Trees[random.Next(project.Trees.Count)];

    private T? Any<T>(SyntaxTree tree) where T : SyntaxNode
    {
        var nodes = tree.GetRoot().DescendantNodes().OfType<T>().ToList();
        return nodes.Count == 0 ? null : nodes[random.Next(nodes.Count)];
    }

    private string ReplaceToken()
    {
        var tree = AnyTree();
        var tokens = tree.GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
        if (tokens.Count == 0)
        {
            return "nothing";
        }

        var token = tokens[random.Next(tokens.Count)];
        var others = AnyTree().GetRoot().DescendantTokens().Where(other => other.Span.Length > 0 && other.IsKind(token.Kind())).Select(static other => other.Text).Append(token.Text + "X").ToList();
        var replacement = others[random.Next(others.Count)];
        project.Replace(tree, tree.ToString().Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, replacement));
        return $"{tree.FilePath}: {token.Text} becomes {replacement}";
    }

    /// <summary>Changes a member, an attribute or an argument.</summary>
    private string Splice(string what, Func<string, string> change)
    {
        var tree = AnyTree();
        SyntaxNode? node = what == "remove" && random.Next(2) == 0
            ? random.Next(2) == 0 ? Any<AttributeListSyntax>(tree) : Any<AttributeArgumentListSyntax>(tree)
            : Any<MemberDeclarationSyntax>(tree);
        if (node is null or BaseNamespaceDeclarationSyntax)
        {
            return "nothing";
        }

        var text = change(node.ToFullString());
        project.Replace(tree, tree.ToString().Remove(node.FullSpan.Start, node.FullSpan.Length).Insert(node.FullSpan.Start, text));
        return $"{what} in {tree.FilePath}: {text}";
    }

    private string MoveType()
    {
        var (from, to) = (AnyTree(), AnyTree());
        if (from == to || Any<TypeDeclarationSyntax>(from) is not { } type)
        {
            return "nothing";
        }

        var text = type.ToFullString();
        project.Replace(from, from.ToString().Remove(type.FullSpan.Start, type.FullSpan.Length));
        var before = Any<TypeDeclarationSyntax>(to);
        project.Replace(to, before is null ? to + text : to.ToString().Insert(before.FullSpan.Start, text));
        return $"move from {from.FilePath} to {to.FilePath}: {text}";
    }

    private string AddFile(string text)
    {
        project.Add($"Added{added++}.cs", text, random.Next(3) == 0 ? random.Next(project.Trees.Count + 1) : project.Trees.Count);
        return $"add file: {text}";
    }

    private string RemoveFile()
    {
        var tree = AnyTree();
        project.Remove(tree);
        return $"remove file {tree.FilePath}";
    }

    private string Prepend(string text)
    {
        var tree = AnyTree();
        project.Replace(tree, text + tree);
        return $"prepend to {tree.FilePath}: {text}";
    }

    /// <summary>Adds a file with another part of a type.</summary>
    private string AddPart()
    {
        var tree = AnyTree();
        if (Any<TypeDeclarationSyntax>(tree) is not { } type)
        {
            return "nothing";
        }

        var space = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();
        var part = $"partial {type.Keyword} {type.Identifier} {{ {MemberSnippets[random.Next(MemberSnippets.Length)]} }}";
        return AddFile("using Relations; using System.ComponentModel.DataAnnotations; using System.ComponentModel.DataAnnotations.Schema;\n" + (space is null ? part : $"namespace {space} {{ {part} }}"));
    }

    private string ChangeSurroundings()
    {
        var compilation = project.Compilation;
        var references = compilation.References.ToList();
        switch (random.Next(4))
        {
            case 0:
                project.Compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions((NullableContextOptions)random.Next(4)));
                return "nullable option";
            case 1 when references.Count > 1:
                project.Compilation = compilation.RemoveReferences(references[random.Next(references.Count)]);
                return "remove a reference";
            case 2:
                project.Compilation = compilation.WithAssemblyName("Models" + random.Next(3));
                return "assembly's name";
            default:
                project.RestoreAll();
                return "restore all";
        }
    }
}
