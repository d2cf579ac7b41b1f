namespace Relations.Definitions;

/// <summary>Takes values by their place, counted from 0. Types that implement it are structs, so that the generated <c>Bind</c> is compiled for each.</summary>
public interface IValueBinder
{
    /// <summary>Takes one value: null, a type of <see cref="ColumnType"/>, an enum, or the nullable of one; or any of these as <see cref="object"/>.</summary>
    void Bind<T>(int ordinal, T value);

    /// <summary>Takes many values as one.</summary>
    void BindList<T>(int ordinal, ReadOnlySpan<T> values);

    /// <summary>Takes many values that no column takes as they are, as one value; or as one for each part, where the database's dialect says so.</summary>
    void BindList(int ordinal, MappedList values);
}
