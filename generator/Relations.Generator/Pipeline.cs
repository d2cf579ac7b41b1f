using Microsoft.CodeAnalysis;

namespace Relations.Generator;

internal static class Pipeline
{
    /// <summary>Leaves nulls out.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values) where T : class =>
        values.Where(static value => value is not null)!;
}
