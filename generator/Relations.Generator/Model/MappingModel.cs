namespace Relations.Generator.Model;

/// <summary>How an entity is mapped.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Schema">The table's schema, or null.</param>
/// <param name="Properties">The properties that have a column, in the order in which a row is read.</param>
/// <param name="Key">The primary key.</param>
/// <param name="Unique">The sets of properties that are unique together.</param>
/// <param name="Construction">How an entity is made of a row.</param>
/// <param name="Relations">The relations that could be resolved.</param>
internal sealed record MappingModel(
    string Table,
    string? Schema,
    EquatableArray<PropertyModel> Properties,
    KeyModel Key,
    EquatableArray<EquatableArray<string>> Unique,
    ConstructionModel Construction,
    EquatableArray<RelationModel> Relations)
{
    public PropertyModel Property(string name) => Properties.First(property => property.Name == name);
}
