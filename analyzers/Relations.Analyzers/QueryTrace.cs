using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Relations.Analyzers;

/// <summary>Follows a value back to the query that it was read by, as far as one method shows it without doubt.</summary>
internal sealed class QueryTrace(UseSymbols symbols, IOperation body)
{
    private static readonly HashSet<string> readers = new(StringComparer.Ordinal)
    {
        "ToListAsync", "AsAsyncEnumerable", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "FindByIdAsync", "FindByIdOrDefaultAsync",
    };

    private static readonly HashSet<string> operators = new(StringComparer.Ordinal)
    {
        "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Skip", "Take", "Include", "In",
    };

    /// <summary>The call that read the value (an entity, or a list of them), or null where that is not plain to see.</summary>
    public IInvocationOperation? ReadOf(IOperation? value) => Unwrapped(value) switch
    {
        IInvocationOperation call when readers.Contains(call.TargetMethod.Name) && UseSymbols.Is(call.Instance?.Type, symbols.EntityQuery) => call,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WithCancellation" } call => ReadOf(call.Instance ?? call.Arguments[0].Value),
        ILocalReferenceOperation local => ReadOf(OnlyValueOf(local)),
        IArrayElementReferenceOperation element => ReadOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => ReadOf(element.Instance),
        _ => null,
    };

    /// <summary>The loop whose variable this is.</summary>
    public static IForEachLoopOperation? LoopOf(ILocalSymbol local, IOperation from)
    {
        for (var current = from.Parent; current is not null; current = current.Parent)
        {
            if (current is IForEachLoopOperation loop && loop.Locals.Any(variable => SymbolEqualityComparer.Default.Equals(variable, local)))
            {
                return loop;
            }
        }

        return null;
    }

    /// <summary>The relations that a query includes; null where it comes from elsewhere.</summary>
    public HashSet<string>? Included(IInvocationOperation read)
    {
        var included = new HashSet<string>(StringComparer.Ordinal);
        for (var query = Unwrapped(read.Instance); ;)
        {
            switch (query)
            {
                case IInvocationOperation { Instance: { } source } call when operators.Contains(call.TargetMethod.Name):
                    if (call.TargetMethod.Name == "Include")
                    {
                        if (RelationOf(call.Arguments.FirstOrDefault()) is not { } relation)
                        {
                            return null;
                        }

                        included.Add(relation);
                    }

                    query = Unwrapped(source);
                    break;
                case IInvocationOperation call when symbols.IsRelationRepository(call.Type) && UseSymbols.Is(call.Instance?.Type, symbols.EntityRepository):
                    return included; // a relation's repository, fresh from its factory
                case ILocalReferenceOperation local when OnlyValueOf(local) is { } value:
                    query = Unwrapped(value);
                    break;
                case { } start when UseSymbols.Is(start.Type, symbols.EntityRepository):
                    return included; // a repository includes nothing
                default:
                    return null;
            }
        }
    }

    /// <summary>Whether the method may load the relation into entities at hand.</summary>
    public bool Loads(string relation) => body.Descendants().Any(operation => operation is IInvocationOperation { TargetMethod.Name: "LoadAsync" } call && !LoadsOther(call, relation));

    /// <summary>Whether the method asks, before it reads the relation of the variable, whether it is loaded. What it does where it is not, is its own affair.</summary>
    public bool AsksIsLoaded(ILocalSymbol local, IPropertyReferenceOperation read) => body.Descendants().Any(operation =>
        operation is IInvocationOperation { TargetMethod: { Name: "IsLoaded", IsExtensionMethod: true }, Arguments: [{ Value: var entity }, var relation] } &&
        operation.Syntax.SpanStart < read.Syntax.SpanStart &&
        RelationOf(relation) == read.Property.Name &&
        Accessed(entity) is ILocalReferenceOperation asked && SymbolEqualityComparer.Default.Equals(asked.Local, local));

    /// <summary>Whether what the query read was handed, before the read, to code that may load relations into it.</summary>
    public bool IsHandedOn(IInvocationOperation query, IPropertyReferenceOperation read) => body.Descendants().Any(operation => operation switch
    {
        IArgumentOperation { Parent: IInvocationOperation call, Value: var value } => MayLoad(call.TargetMethod, isArgument: true) && MayRunBefore(operation, read) && Carries(value, query),
        IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor }, Value: var value } => MayLoad(constructor, isArgument: true) && MayRunBefore(operation, read) && Carries(value, query),
        IInvocationOperation { Instance: { } instance } call => MayLoad(call.TargetMethod, isArgument: false) && MayRunBefore(operation, read) && Carries(instance, query),
        _ => false,
    });

    /// <summary>Whether the read stands where the error is caught that it may throw.</summary>
    public bool IsCaught(IPropertyReferenceOperation read)
    {
        IOperation current = read;
        for (; current.Parent is { } parent; current = parent)
        {
            if (parent is ITryOperation attempt && attempt.Body == current && attempt.Catches.Any(caught => UseSymbols.Is(caught.ExceptionType, symbols.RelationNotLoadedException)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The body of the whole member, around lambdas too.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    public static IOperation? Unwrapped(IOperation? operation) => operation switch
    {
        IAwaitOperation awaited => Unwrapped(awaited.Operation),
        IConversionOperation conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrapped(parenthesized.Operand),
        IConditionalAccessInstanceOperation => null,
        _ => operation,
    };

    /// <summary>The value itself, or what stands before its question mark.</summary>
    public static IOperation? Accessed(IOperation value)
    {
        for (var current = value; current is not null && value is IConditionalAccessInstanceOperation; current = current.Parent)
        {
            if (current is IConditionalAccessOperation access && access.Operation.Syntax == value.Syntax)
            {
                return Unwrapped(access.Operation);
            }
        }

        return Unwrapped(value);
    }

    /// <summary>The property that a lambda, given to Include or IsLoaded, names.</summary>
    private static string? RelationOf(IArgumentOperation? argument) =>
        argument?.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: var returned }] } } &&
        Unwrapped(returned) is IPropertyReferenceOperation { Property.Name: var name } ? name : null;

    /// <summary>Whether the call loads another relation, and this one neither into the targets of that.</summary>
    private static bool LoadsOther(IInvocationOperation call, string relation) =>
        RelationOf(call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "relation")) is { } loaded && loaded != relation &&
        call.Arguments.All(static argument => argument.Parameter?.Name != "scope" || argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation }) &&
        !call.Descendants().Any(operation => operation is IPropertyReferenceOperation { Property.Name: var name } && name == relation);

    /// <summary>
    /// Whether a method may load relations into an entity that it gets. This library's do not, but for LoadAsync, nor do the framework's, unless they are given
    /// code of the user's to run, or are a collection's, which keeps the entity for whoever gets the collection.
    /// </summary>
    private bool MayLoad(IMethodSymbol method, bool isArgument)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        var isHarmless =
            method is { Name: "IsLoaded", IsExtensionMethod: true } ||
            symbols.IsOfRuntime(method) ||
            method.MethodKind != MethodKind.DelegateInvoke && IsOfFramework(method.ContainingNamespace) &&
            !method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate) &&
            !(isArgument && method.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal));
        return !isHarmless;
    }

    private static bool IsOfFramework(INamespaceSymbol space) =>
        space is { IsGlobalNamespace: false, ContainingNamespace: var outer } && (outer.IsGlobalNamespace ? space.Name is "System" or "Microsoft" : IsOfFramework(outer));

    /// <summary>Whether a value is what the query read, or holds it.</summary>
    private bool Carries(IOperation? value, IInvocationOperation query) => value switch
    {
        null or IAnonymousFunctionOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } => false,
        ILocalReferenceOperation local => Carries(Preceding(local, LoopOf(local.Local, local)?.Collection) ?? OnlyValueOf(local), query),
        _ => value == query || value.ChildOperations.Any(part => Carries(part, query)),
    };

    /// <summary>Whether what stands there may run before the read: it stands before it, or in a local function, which others call.</summary>
    private static bool MayRunBefore(IOperation operation, IOperation read)
    {
        if (operation.Syntax.SpanStart < read.Syntax.SpanStart)
        {
            return true;
        }

        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is ILocalFunctionOperation && !current.Syntax.Span.Contains(read.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a variable, unless the variable itself stands in it, as it may in code that is not finished.</summary>
    private static IOperation? Preceding(ILocalReferenceOperation reference, IOperation? value) => value?.Syntax.Span.End <= reference.Syntax.SpanStart ? value : null;

    /// <summary>The value of a variable that is given one in its declaration and never again.</summary>
    private IOperation? OnlyValueOf(ILocalReferenceOperation reference)
    {
        var local = reference.Local;
        var value = default(IOperation);
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    value = (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when SymbolEqualityComparer.Default.Equals(target.Local, local):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } when SymbolEqualityComparer.Default.Equals(passed.Local, local):
                    return null;
            }
        }

        return Preceding(reference, value);
    }
}
