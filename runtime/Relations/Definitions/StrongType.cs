using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Relations.Definitions.Json;

namespace Relations.Definitions;

/// <summary>How a strong type is stored: as the one value inside it.</summary>
/// <typeparam name="T">The strong type, such as <c>readonly record struct DoctorId(int Value)</c>.</typeparam>
/// <typeparam name="TStored">The type of the value inside.</typeparam>
/// <param name="wrap">Makes one of the value inside.</param>
/// <param name="unwrap">Takes the value out.</param>
/// <param name="inner">How the value inside is stored; null where a column takes it as it is.</param>
public sealed class StrongType<T, TStored>(Func<TStored, T> wrap, Func<T, TStored> unwrap, ValueMapping<TStored>? inner = null) : ValueMapping<T>, IParameterSource<T>, IParameterSource<T?> where T : struct
{
    /// <inheritdoc/>
    public override bool HoldsBytes => typeof(TStored) == typeof(byte[]);

    internal override Type Inner => typeof(TStored);

    internal override ColumnType? ColumnType => inner?.ColumnType ?? ColumnTypes.Of(typeof(TStored));

    internal override JsonConverter Json { get; } = new StrongTypeConverter<T, TStored>(wrap, unwrap);

    /// <inheritdoc/>
    public override T Read<TReader>(ref TReader row, ReadOnlySpan<int> places) =>
        wrap(inner is null ? ColumnValue.Read<TReader, TStored>(ref row, places[0]) : inner.Read(ref row, places));

    /// <inheritdoc/>
    public override void Bind<TBinder>(T value, ref TBinder values, int first)
    {
        if (inner is null)
        {
            ValueBinding.Bind(ref values, first, unwrap(value));
        }
        else
        {
            inner.Bind(unwrap(value), ref values, first);
        }
    }

    Parameter IParameterSource<T>.ParameterOf(T value) => new MappedParameter<T>(this, value);

    Parameter IParameterSource<T>.ListOf(List<T> values) => new MappedListParameter(new MappedList<T>(this, values));

    Parameter IParameterSource<T?>.ParameterOf(T? value) =>
        value is { } given ? new MappedParameter<T>(this, given) : new NullParameter(ColumnType!.Value);

    Parameter IParameterSource<T?>.ListOf(List<T?> values)
    {
        var list = new List<T>(values.Count);
        foreach (var value in CollectionsMarshal.AsSpan(values))
        {
            list.Add(value.GetValueOrDefault());
        }

        return new MappedListParameter(new MappedList<T>(this, list));
    }
}
