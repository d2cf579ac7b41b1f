namespace Relations.Querying;

internal enum RelationQuantifier
{
    Any,
    None,
    All,
}
