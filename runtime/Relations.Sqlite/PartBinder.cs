using Relations.Definitions;

namespace Relations.Sqlite;

/// <summary>Writes the parts of a value into a list, in their order.</summary>
internal struct PartBinder : IValueBinder
{
    private ListStorage element;

    public PartBinder(ListStorage element) => this.element = element;

    public void Bind<T>(int ordinal, T value) => StorageRules.Store(value, ref element);

    public readonly void BindList<T>(int ordinal, ReadOnlySpan<T> values) => throw new NotSupportedException("A value's part is no list.");

    public readonly void BindList(int ordinal, MappedList values) => throw new NotSupportedException("A value's part is no list.");
}
