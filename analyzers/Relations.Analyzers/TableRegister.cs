using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Relations.Generator.Model;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>The tables of a project's entities, gathered as they are parsed: two entities of one table are seen at the end, not by a walk for each.</summary>
internal sealed class TableRegister
{
    private readonly ConcurrentBag<(string Table, INamedTypeSymbol Entity)> tables = [];

    public void Add(INamedTypeSymbol entity, MappingModel mapping) =>
        tables.Add((mapping.Schema is { } schema ? $"{schema}.{mapping.Table}" : mapping.Table, entity));

    /// <summary>Reports all entities of a table but the first by name.</summary>
    public void Report(CompilationAnalysisContext context)
    {
        foreach (var sameTable in tables.GroupBy(static pair => pair.Table, StringComparer.OrdinalIgnoreCase))
        {
            var entities = sameTable.Select(static pair => pair.Entity).OrderBy(static entity => entity.ToDisplayString(), StringComparer.Ordinal).ToList();
            foreach (var other in entities.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.MappingIsNotUnique, Syntax.Identifier(other), other.ToDisplayString(), entities[0].ToDisplayString(), sameTable.Key));
            }
        }
    }
}
