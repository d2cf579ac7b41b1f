using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>REL0202: in a loop over entities from a query, a statement for each of them: N + 1 statements instead of two.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryInLoopAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> keyReaders = ["FindByIdAsync", "FindByIdOrDefaultAsync"];
    private static readonly ImmutableHashSet<string> readers =
        ["ToListAsync", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "CountAsync", "AnyAsync", "FindAsync", "FindByIdAsync", "FindByIdOrDefaultAsync"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.QueryInLoop];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (UseSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Await);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, UseSymbols symbols)
    {
        if (Call(context.Operation) is not { Instance: { } receiver } call || !readers.Contains(call.TargetMethod.Name) || !symbols.IsQuery(receiver.Type))
        {
            return;
        }

        var factory = Factory(receiver, symbols);
        if (factory is null && !keyReaders.Contains(call.TargetMethod.Name))
        {
            return;
        }

        // What makes the statement one of the loop's entity: the relation's factory argument, or the key that is looked for.
        var of = QueryTrace.Unwrapped((factory ?? call).Arguments.FirstOrDefault()?.Value);
        var entity = of is IPropertyReferenceOperation { Instance: { } owner } ? QueryTrace.Unwrapped(owner) : of;
        if (entity is not ILocalReferenceOperation { Local: var local } || QueryTrace.LoopOf(local, call) is not { } loop || !local.Type.IsEntity() || RunsOnce(call, loop))
        {
            return;
        }

        // An entity that is read again, after a conflict perhaps: that is no relation.
        if (factory is null && of is IPropertyReferenceOperation { Property: var key } && SymbolEqualityComparer.Default.Equals(symbols.EntityOf(receiver.Type), local.Type) && IsKeyOf(key, local.Type))
        {
            return;
        }

        var trace = new QueryTrace(symbols, QueryTrace.Root(loop));
        if (trace.ReadOf(loop.Collection) is { } query)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.QueryInLoop, UseSyntax.NameOf(call), [query.Syntax.GetLocation()],
                FixArguments(factory is not null && IsWhole(call) ? factory.TargetMethod.Name : "", trace.Included(query)),
                call.TargetMethod.Name, local.Type.Name));
        }
    }

    private static bool IsKeyOf(IPropertySymbol property, ITypeSymbol entity) =>
        PropertyAttributes.Of(property).Key is not null || PrimaryKeyParser.NamesOf((INamedTypeSymbol)entity).Contains(property.Name, StringComparer.Ordinal);

    /// <summary>Whether the loop is left where the statement has run, so that it runs for one entity.</summary>
    private static bool RunsOnce(IOperation call, IForEachLoopOperation loop)
    {
        var leaves = false;
        for (var current = call; current != loop; current = current.Parent!)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false; // which returns to the loop
            }

            leaves |= Leaves(current, loop) || (current.Parent is IBlockOperation block && LeavesAfter(block, current, loop));
        }

        return leaves;
    }

    /// <summary>Whether a block, with one of its statements or after it, leaves the loop in any case.</summary>
    private static bool LeavesAfter(IBlockOperation block, IOperation statement, IForEachLoopOperation loop)
    {
        foreach (var next in block.Operations.SkipWhile(operation => operation != statement))
        {
            if (Leaves(next, loop))
            {
                return true;
            }

            if (next.DescendantsAndSelf().Any(static part => part is IBranchOperation { BranchKind: not BranchKind.Break }))
            {
                return false; // perhaps to the next entity
            }
        }

        return false;
    }

    private static bool Leaves(IOperation statement, IForEachLoopOperation loop) => statement switch
    {
        IReturnOperation { Kind: OperationKind.Return } => true,
        IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
        _ => false,
    };

    /// <summary>The relation to include, where the loop reads it whole and it is known what the query includes already: twice is refused.</summary>
    private static ImmutableDictionary<string, string?> FixArguments(string relation, HashSet<string>? included) =>
        included is null ? ImmutableDictionary<string, string?>.Empty
        : included.Contains(relation) ? ImmutableDictionary<string, string?>.Empty.Add(ArgumentName.Relation, relation).Add(ArgumentName.IsIncluded, "true")
        : ImmutableDictionary<string, string?>.Empty.Add(ArgumentName.Relation, relation);

    private static IInvocationOperation? Call(IOperation awaited) => QueryTrace.Unwrapped(awaited) switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation inner } => inner,
        IInvocationOperation call => call,
        _ => null,
    };

    /// <summary>The call of the factory method, such as Patients(…), under the operators of a query; null where there is none.</summary>
    private static IInvocationOperation? Factory(IOperation query, UseSymbols symbols)
    {
        for (var current = QueryTrace.Unwrapped(query) as IInvocationOperation; current is not null; current = QueryTrace.Unwrapped(current.Instance) as IInvocationOperation)
        {
            if (symbols.IsRelationRepository(current.Type) && UseSymbols.Is(current.Instance?.Type, symbols.EntityRepository))
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Whether the whole relation is read, which an Include can do as well.</summary>
    private static bool IsWhole(IInvocationOperation call) =>
        call.TargetMethod.Name is "ToListAsync" or "FindAsync" && QueryTrace.Unwrapped(call.Instance) is IInvocationOperation { TargetMethod.Name: not ("Where" or "Skip" or "Take" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Include" or "Fields" or "Links") };
}
