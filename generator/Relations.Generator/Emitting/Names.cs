using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>The names that several emitters must agree on.</summary>
internal static class Names
{
    public static string Accessibility(Visibility visibility) => visibility == Visibility.Public ? "public" : "internal";

    /// <summary>The type of a relation's constrained repository.</summary>
    public static string RelationType(EntityModel entity, RelationModel relation) => $"{entity.Name}{relation.SharedWith ?? relation.Property}Relation";

    public static string ThroughDataType(EntityModel entity, RelationModel relation) => $"{entity.Name}{relation.SharedWith ?? relation.Property}ThroughData";

    /// <summary>The variable that holds one entity, unless the name is taken by what stands beside it.</summary>
    public static string Variable(string entity, params string[] taken)
    {
        var name = CSharpText.Camel(entity);
        return CSharpText.Identifier(CSharpText.Free(name, "Entity", candidate => Array.IndexOf(taken, candidate) >= 0));
    }

    /// <summary>The key from which a relation's repository starts: a belongs-to starts from its source's row, whose foreign key the database knows; the others from the key that is referred to.</summary>
    public static KeyModel FactoryKey(EntityModel entity, RelationModel relation) => relation.Kind == RelationKind.BelongsTo ? entity.Mapping!.Key : relation.KeyFrom;

    /// <summary>The parameter that takes a key of an entity: <c>doctorId</c>.</summary>
    public static string KeyVariable(string entity, string key) =>
        CSharpText.Identifier(CSharpText.Camel(key.StartsWith(entity, StringComparison.Ordinal) ? key : entity + Capital(key)));

    /// <summary>The method of a repository that makes a relation; <c>Definition</c> is what the definition is called.</summary>
    public static string RelationMethod(string entity, RelationModel relation) =>
        CSharpText.Identifier(relation.Property == "Definition" || relation.Property == entity + "Repository" ? relation.Property + "Relation" : relation.Property);

    /// <summary>The type of a polymorphic relation's constrained repository for the targets of one type.</summary>
    public static string ConcreteRelationType(EntityModel entity, RelationModel relation, ConcreteModel type) => $"{entity.Name}{relation.SharedWith ?? relation.Property}{type.Entity.Name}Relation";

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
