namespace Relations.Schema;

/// <summary>A column as it is in the database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the database writes it.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="MakesValue">Whether the database gives it a value when a row brings none: an identity, a default, a computed column.</param>
/// <param name="TakesValue">Whether a row may bring a value: not for a computed column, nor for an identity that is always generated.</param>
internal sealed record StoredColumn(string Name, string Type, bool IsNullable, bool MakesValue, bool TakesValue);
