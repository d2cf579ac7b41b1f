namespace Relations;

/// <summary>
/// Keeps a column or relation out of filters that come from outside (<c>Filter&lt;T&gt;</c>): there it is as unknown as one that does not exist, so that it can
/// be neither compared, ordered by, asked for, nor included. Lambdas reach it, and a row that is read still has it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotFilterableAttribute : Attribute;
