using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Relations.CodeFixes;

/// <summary>The changes of text that fixes are made of, in the layout of the code around them.</summary>
internal static class Edits
{
    /// <summary>Adds a property to a type: after its columns, or before everything else.</summary>
    public static DocumentChange? AddProperty(FixScope scope, INamedTypeSymbol type, Func<SyntaxNode, string> property, bool first = false) =>
        AddProperties(scope, type, at => [property(at)], first);

    /// <summary>Adds properties to a type: after its columns, or before everything else.</summary>
    public static DocumentChange? AddProperties(FixScope scope, INamedTypeSymbol type, Func<SyntaxNode, IReadOnlyList<string>> properties, bool first = false)
    {
        var declarations = scope.Declarations(type).ToList();
        var declaration = declarations.Find(static part => LastColumn(part) is not null) ?? declarations.FirstOrDefault();
        if (declaration is null)
        {
            return null;
        }

        var texts = properties(declaration);
        return !first && LastColumn(declaration) is { } column
            ? AddAfter(scope, column, texts)
            : AddFirst(scope, declaration, texts);
    }

    /// <summary>Adds an attribute before a declaration, on its own line where the declaration has one, and the using that it needs.</summary>
    public static IEnumerable<DocumentChange?> AddAttribute(FixScope scope, SyntaxNode declaration, string name, string containingNamespace, string arguments = "")
    {
        var attribute = declaration is ParameterSyntax ? $"[property: {name}{arguments}]" : $"[{name}{arguments}]";
        var startsLine = IndentationBefore(declaration) is not null;
        yield return scope.Change(
            declaration.SyntaxTree,
            new TextSpan(declaration.SpanStart, 0),
            startsLine && declaration is not ParameterSyntax ? attribute + LineBreak(declaration) + Indentation(declaration) : attribute + " ");
        if (!scope.IsInScope(name + "Attribute", declaration))
        {
            yield return AddUsing(scope, declaration, containingNamespace);
        }
    }

    /// <summary>Gives a setting of an attribute a value, in place of the one it may have.</summary>
    public static DocumentChange? Set(FixScope scope, AttributeSyntax attribute, string setting, string value)
    {
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == setting) is { } existing)
        {
            return scope.Change(attribute.SyntaxTree, existing.Expression.Span, value);
        }

        return attribute.ArgumentList switch
        {
            null => scope.Change(attribute.SyntaxTree, new TextSpan(attribute.Span.End, 0), $"({setting} = {value})"),
            { CloseParenToken: { IsMissing: false } close, Arguments.Count: var count } => scope.Change(attribute.SyntaxTree, new TextSpan(close.SpanStart, 0), $"{(count == 0 ? "" : ", ")}{setting} = {value}"),
            _ => null,
        };
    }

    /// <summary>Makes columns of an entity unique together, or null where it says already what is.</summary>
    public static DocumentChange? MakeUnique(FixScope scope, INamedTypeSymbol entity, IEnumerable<string> columns)
    {
        var attribute = entity.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass is { Name: "EntityAttribute", ContainingNamespace.Name: "Relations" });
        return attribute?.ApplicationSyntaxReference?.GetSyntax(scope.Cancel) is AttributeSyntax syntax && attribute.NamedArguments.All(static argument => argument.Key != "Unique")
            ? Set(scope, syntax, "Unique", $"[{string.Join(", ", columns.Select(static column => $"nameof({column})"))}]")
            : null;
    }

    /// <summary>Adds a using among the others, in their order.</summary>
    public static DocumentChange? AddUsing(FixScope scope, SyntaxNode at, string name)
    {
        var unit = (CompilationUnitSyntax)at.SyntaxTree.GetRoot(scope.Cancel);
        var usings = unit.Usings.Where(static directive => directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.GlobalKeyword.IsKind(SyntaxKind.None)).ToList();
        var text = $"using {name};{LineBreak(at)}";
        if (usings.Count == 0)
        {
            return scope.Change(at.SyntaxTree, new TextSpan(unit.GetFirstToken().SpanStart, 0), text + LineBreak(at));
        }

        return usings.Find(directive => IsBefore(name, directive.Name!.ToString())) is { } next
            ? scope.Change(at.SyntaxTree, new TextSpan(next.SpanStart, 0), text)
            : scope.Change(at.SyntaxTree, new TextSpan(usings[usings.Count - 1].FullSpan.End, 0), text);
    }

    /// <summary>Removes a declaration with its lines.</summary>
    public static DocumentChange? Remove(FixScope scope, SyntaxNode declaration)
    {
        var span = declaration.FullSpan;
        return scope.Change(declaration.SyntaxTree, IndentationBefore(declaration) is null ? TextSpan.FromBounds(declaration.SpanStart, span.End) : span, "");
    }

    public static string LineBreak(SyntaxNode node) =>
        node.SyntaxTree.GetText().Lines is { Count: > 1 } lines && lines[0].SpanIncludingLineBreak.Length - lines[0].Span.Length == 2 ? "\r\n" : "\n";

    private static DocumentChange? AddAfter(FixScope scope, MemberDeclarationSyntax member, IReadOnlyList<string> texts) =>
        EndsLine(member)
            ? scope.Change(member.SyntaxTree, new TextSpan(member.FullSpan.End, 0), string.Concat(texts.Select(text => Indentation(member) + text + LineBreak(member))))
            : scope.Change(member.SyntaxTree, new TextSpan(member.Span.End, 0), " " + string.Join(" ", texts));

    private static DocumentChange? AddFirst(FixScope scope, TypeDeclarationSyntax type, IReadOnlyList<string> texts)
    {
        var indentation = Indentation(type);
        var line = LineBreak(type);
        var inner = type.Members.FirstOrDefault(member => IndentationBefore(member) is not null) is { } first ? Indentation(first) : indentation + (indentation.StartsWith("\t", StringComparison.Ordinal) ? "\t" : "    ");
        var text = string.Join(line + inner, texts);
        if (type.OpenBraceToken is { IsMissing: false } open && !open.IsKind(SyntaxKind.None))
        {
            return open.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
                ? scope.Change(type.SyntaxTree, new TextSpan(open.FullSpan.End, 0), inner + text + line)
                : scope.Change(type.SyntaxTree, new TextSpan(open.Span.End, 0), " " + text);
        }

        return type.SemicolonToken is { IsMissing: false } semicolon && semicolon.IsKind(SyntaxKind.SemicolonToken)
            ? scope.Change(type.SyntaxTree, semicolon.Span, $"{line}{indentation}{{{line}{inner}{text}{line}{indentation}}}")
            : null;
    }

    /// <summary>The last column that every build has: what is added after one of an <c>#if</c> would be part of it.</summary>
    private static PropertyDeclarationSyntax? LastColumn(TypeDeclarationSyntax type) => type.Members.OfType<PropertyDeclarationSyntax>()
        .LastOrDefault(property => !property.AttributeLists.SelectMany(static list => list.Attributes).Any(IsRelation) && !IsConditional(property, type));

    private static bool IsConditional(SyntaxNode member, TypeDeclarationSyntax type)
    {
        var depth = 0;
        foreach (var trivia in type.DescendantTrivia().TakeWhile(trivia => trivia.SpanStart < member.SpanStart))
        {
            depth += trivia.Kind() switch
            {
                SyntaxKind.IfDirectiveTrivia => 1,
                SyntaxKind.EndIfDirectiveTrivia => -1,
                _ => 0,
            };
        }

        return depth > 0;
    }

    private static bool IsRelation(AttributeSyntax attribute) =>
        attribute.Name.ToString() is var name && (name.Contains("HasMany") || name.Contains("HasOne") || name.Contains("BelongsTo"));

    private static bool EndsLine(SyntaxNode node) => node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static bool IsBefore(string name, string other) => (IsSystem(name), IsSystem(other)) switch
    {
        (true, false) => true,
        (false, true) => false,
        _ => string.CompareOrdinal(name, other) < 0,
    };

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static string Indentation(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>The white space before the node or token on its line, or null where something else stands there.</summary>
    public static string? IndentationBefore(SyntaxNodeOrToken place)
    {
        var text = place.SyntaxTree!.GetText();
        var before = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(place.SpanStart).Start, place.SpanStart));
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }
}
