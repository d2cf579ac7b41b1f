namespace Relations.Definitions;

/// <summary>Makes parameters of values that a column does not take as they are.</summary>
/// <typeparam name="T">The type of the values, or its nullable form.</typeparam>
internal interface IParameterSource<T>
{
    /// <summary>A parameter for one value.</summary>
    Parameter ParameterOf(T value);

    /// <summary>One parameter for many values, none of which is null.</summary>
    Parameter ListOf(List<T> values);
}
