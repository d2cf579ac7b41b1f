using System.Runtime.InteropServices;

namespace Relations.Definitions;

/// <summary>How an enum is stored by name.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="column">The column, for errors.</param>
public sealed class NamedEnum<T>(string column) : ValueMapping<T>, IParameterSource<T>, IParameterSource<T?> where T : struct, Enum
{
    internal override Type Inner => typeof(T);

    internal override ColumnType? ColumnType => Definitions.ColumnType.Text;

    /// <inheritdoc/>
    public override T Read<TReader>(ref TReader row, ReadOnlySpan<int> places) => EnumNames.Read<T>(row.GetString(places[0]), column);

    /// <inheritdoc/>
    public override void Bind<TBinder>(T value, ref TBinder values, int first) => values.Bind(first, EnumNames.Of(value));

    Parameter IParameterSource<T>.ParameterOf(T value) => new ValueParameter<string>(EnumNames.Of(value));

    Parameter IParameterSource<T>.ListOf(List<T> values) => new ListParameter<string>(values.ConvertAll(static value => EnumNames.Of(value)));

    Parameter IParameterSource<T?>.ParameterOf(T? value) => new ValueParameter<string?>(EnumNames.Of(value));

    Parameter IParameterSource<T?>.ListOf(List<T?> values)
    {
        var names = new List<string>(values.Count);
        foreach (var value in CollectionsMarshal.AsSpan(values))
        {
            names.Add(EnumNames.Of(value.GetValueOrDefault()));
        }

        return new ListParameter<string>(names);
    }
}
