namespace Relations.Querying.Json;

/// <summary>LoopBack's operators, by its names.</summary>
internal enum FilterOperator
{
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
    Inq,
    Nin,
    Between,
    Like,
    Nlike,
    Ilike,
    Nilike,
    Regexp,
    Exists,
}
