using Microsoft.CodeAnalysis;
using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses what makes a relation polymorphic: its discriminator, and the entities that it leads to.</summary>
internal sealed class PolymorphicParser(ParseScope scope, EntityShape source)
{
    /// <summary>The entities that a relation to several types leads to, or null where that is unclear.</summary>
    public IReadOnlyList<EntityShape>? ParseTypes(RelationDeclaration declaration, INamedTypeSymbol target)
    {
        var types = TypesOf(scope, declaration, target);
        if (types.Count == 0)
        {
            return Unclear(declaration, declaration.HasSetting("Targets") ? "it names no targets" : $"no [Entity] of this project is {CSharpText.WithArticle(target.Name)}");
        }

        foreach (var type in types)
        {
            if (!type.IsEntity())
            {
                Report(ProblemKind.RelatedTypeIsNoEntity, TargetsLocation(declaration), type.Name, source.Type.Name, declaration.Property.Name, EntityObstacles.Of(scope, type));
                return null;
            }

            if (!ConcreteTypes.Is(type, target))
            {
                return Unclear(declaration, $"{type.Name} is no {target.Name}");
            }
        }

        types.ForEach(scope.Read);
        return types.GroupBy(ConcreteTypes.Discriminator, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { } shared
            ? Unclear(declaration, $"{NamesOf(shared)} have the same discriminator value \"{shared.Key}\"")
            : [.. types.Select(scope.ShapeOf)];
    }

    private static string NamesOf(IEnumerable<INamedTypeSymbol> types)
    {
        var names = types.Select(static type => type.Name).ToList();
        return string.Join(" and ", names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : types.Select(static type => type.ToDisplayString()));
    }

    /// <summary>The entities that a relation names, else all that are of its property's type.</summary>
    public static List<INamedTypeSymbol> TypesOf(ParseScope scope, RelationDeclaration declaration, INamedTypeSymbol target) => Targets(declaration) ?? ConcreteTypes.Of(scope, target);

    /// <summary>The discriminator beside a foreign key: the one that is named, else <c>&lt;Target&gt;Type</c>, else the key's name with Type in place of Id.</summary>
    public static ColumnShape? Discriminator(RelationDeclaration declaration, EntityShape holder, INamedTypeSymbol target, string foreignKey) =>
        declaration.Setting("Discriminator") is { } named ? holder.Column(named) : holder.Column(target.Name + "Type") ?? holder.Column(BesideKey(foreignKey));

    /// <summary>
    /// Whether the foreign key to the source refers to rows of several types: the relation says so, or, through a model, it is the other direction of the target's
    /// relation to several types, or a polymorphic relation of the source or of the through model goes by it.
    /// </summary>
    /// <param name="declaration">The relation.</param>
    /// <param name="targets">The targets; several types where the relation leads to these through a model.</param>
    /// <param name="through">The through model, where there is one.</param>
    /// <param name="keys">The relation's keys.</param>
    /// <param name="discriminator">The discriminator beside the foreign key, or null where it is missing.</param>
    public bool SourceDiscriminator(RelationDeclaration declaration, IReadOnlyList<EntityShape> targets, EntityShape? through, RelationKeys keys, out string? discriminator)
    {
        discriminator = null;
        if (through is null)
        {
            if (declaration.IsPolymorphic)
            {
                discriminator = ParseDiscriminator(declaration, targets[0], source.Type, keys.KeyTo.Names);
            }

            return declaration.IsPolymorphic;
        }

        var foreignKey = keys.ThroughKeyFrom!.Names;
        discriminator =
            targets.SelectMany(static target => target.Relations).FirstOrDefault(other => IsBack(other, through) && ThroughKeyTo(other) == foreignKey) is { } back ? Discriminator(back, through, back.Type.Element!, foreignKey)?.Name
            : through.Relations.Find(other => IsOfSource(other) && OwnKey(through, other) == foreignKey) is { } own ? Discriminator(own, through, own.Type.Element!, foreignKey)?.Name
            : source.Relations.Find(other => IsToLinks(other, through) && other.Setting("KeyTo") == foreignKey) is { } links ? Discriminator(links, through, source.Type, foreignKey)?.Name
            : null;
        return discriminator is not null; // a missing one is explained there

        bool IsBack(RelationDeclaration other, EntityShape through) => IsOfSource(other) && SymbolEqualityComparer.Default.Equals(other.Through, through.Type);

        bool IsOfSource(RelationDeclaration other) => other is { HasTypes: true, Type.Element: { } shared } && ConcreteTypes.Is(source.Type, shared);
    }

    /// <summary>The relation to several types whose foreign key a relation to one type goes by too, and the key; or null. Its rows could not be told from those of other types, and the key be declared to no table.</summary>
    public (EntityShape Holder, RelationDeclaration Relation, string Key)? SharedKey(RelationDeclaration declaration, EntityShape target, EntityShape? through, RelationKeys keys)
    {
        return declaration.Kind switch
        {
            RelationKind.HasManyThrough when declaration.IsPolymorphic => FoundBySource(),
            _ when declaration.IsPolymorphic => null,
            RelationKind.HasManyThrough =>
                Found(source, other => other.HasTypes && SymbolEqualityComparer.Default.Equals(other.Through, through!.Type) && ThroughKeyTo(other) == keys.ThroughKeyTo!.Names, keys.ThroughKeyTo!)
                ?? Found(through!, other => IsOwn(through!, other, keys.ThroughKeyTo!), keys.ThroughKeyTo!)
                ?? FoundBySource()
                ?? Found(target, other => IsToLinks(other, through!) && other.Setting("KeyTo") == keys.ThroughKeyTo!.Names, keys.ThroughKeyTo!),
            RelationKind.BelongsTo => Found(source, other => IsOwn(source, other, keys.KeyFrom), keys.KeyFrom),
            _ => Found(target, other => IsOwn(target, other, keys.KeyTo), keys.KeyTo),
        };

        (EntityShape, RelationDeclaration, string)? FoundBySource() =>
            Found(through!, other => IsOwn(through!, other, keys.ThroughKeyFrom!) && !ConcreteTypes.Is(source.Type, other.Type.Element!), keys.ThroughKeyFrom!);

        static (EntityShape, RelationDeclaration, string)? Found(EntityShape holder, Predicate<RelationDeclaration> shares, KeyShape key) =>
            holder.Relations.Find(shares) is { } other ? (holder, other, key.Names) : null;

        static bool IsOwn(EntityShape holder, RelationDeclaration other, KeyShape key) => other is { HasTypes: true, Through: null, Type.Element: not null } && OwnKey(holder, other) == key.Names;
    }

    /// <summary>The foreign key of a <c>[BelongsTo]</c> to several types; null for another relation, or where there is none.</summary>
    public static string? OwnKey(EntityShape holder, RelationDeclaration belongsTo) => belongsTo.Through is null ? KeyConvention.OwnKey(holder, belongsTo, ["Id"])?.Names : null;

    private static string? ThroughKeyTo(RelationDeclaration relation) => relation.Setting("ThroughKeyTo") ?? (relation.Type.Element is { } shared ? shared.Name + "Id" : null);

    /// <summary>Whether it is a relation of one of several types to the rows of a model, such as a through model's.</summary>
    private static bool IsToLinks(RelationDeclaration relation, EntityShape links) =>
        relation is { IsPolymorphic: true, HasTypes: false, Type.Element: { } element } && SymbolEqualityComparer.Default.Equals(element, links.Type);

    /// <summary>What stands for all targets where their keys are looked for: the shared type, with the key of the entities.</summary>
    public static EntityShape SharedShape(INamedTypeSymbol target, IReadOnlyList<EntityShape> types) => new(target)
    {
        Holder = types[0].Type,
        Columns = types[0].Columns,
        Key = types[0].Key,
        Construction = types[0].Construction,
        Visibility = types.Min(static type => type.Visibility),
    };

    /// <summary>The discriminator beside the foreign key, or null where there is none.</summary>
    /// <param name="declaration">The relation.</param>
    /// <param name="holder">The model that holds the foreign key.</param>
    /// <param name="target">What the name of the discriminator begins with by default: the type that is referred to.</param>
    /// <param name="foreignKey">The foreign key.</param>
    public string? ParseDiscriminator(RelationDeclaration declaration, EntityShape holder, INamedTypeSymbol target, string foreignKey)
    {
        var named = declaration.Setting("Discriminator");
        var column = Discriminator(declaration, holder, target, foreignKey);
        if (column is null && named is not null)
        {
            Report(
                ProblemKind.NamedKeyDoesNotExist, declaration.SettingLocation("Discriminator", scope.Cancel),
                holder.Type.Name, named, "Discriminator", Suggestion.For(named, holder.Columns.Select(static other => other.Name)));
            return null;
        }

        if (column is null)
        {
            Report(ProblemKind.ThroughModelLacksDiscriminator, declaration.ThroughLocation(scope.Cancel), holder.Type.Name, declaration.Through is null ? BesideKey(foreignKey) : target.Name + "Type");
            return null;
        }

        if (column.Model is not { ColumnType: ColumnType.Text, NamedEnum: null })
        {
            Unclear(declaration, $"its discriminator {holder.Type.Name}.{column.Name} is no text");
            return null;
        }

        return column.Name;
    }

    /// <summary>The facts of a relation to several types, or null where they do not fit together.</summary>
    public PolymorphicModel? Parse(RelationDeclaration declaration, INamedTypeSymbol target, IReadOnlyList<EntityShape> types, RelationKeys keys, EntityShape holder, string discriminator)
    {
        var foreignKey = (keys.ThroughKeyTo ?? keys.KeyFrom).Columns;
        if (foreignKey is not [var single])
        {
            Unclear(declaration, $"the key of {types[0].Type.Name} has several properties");
            return null;
        }

        var shared = SharedColumns(target, types);
        var members = new HashSet<string>(shared.Select(static property => property.Name), StringComparer.Ordinal);
        var models = new List<ConcreteModel>();
        foreach (var type in types)
        {
            if (KeyOf(declaration, type) is not { } key)
            {
                return null;
            }

            if (!KeyConvention.AreStoredAlike(key.Model, single.Model))
            {
                Report(
                    ProblemKind.ForeignKeyTypeDiffers, declaration.ThroughLocation(scope.Cancel),
                    holder.Type.Name, single.Name, single.Property.Type.ToDisplayString(), type.Type.Name, key.Name, key.Property.Type.ToDisplayString());
                return null;
            }

            var member = CSharpText.Free(type.Type.Name, "Type", name => members.Contains(name) || IsOfQuery(name));
            members.Add(member);
            models.Add(new(EntityReferences.To(scope, type), ConcreteTypes.Discriminator(type.Type), key.Name, member));
        }

        return new(discriminator, Value: null, shared.ToEquatableArray(), models.ToEquatableArray());
    }

    /// <summary>The key of one of the types to which the foreign key refers: the one that is named, else the primary key. What is wrong with it is reported.</summary>
    private ColumnShape? KeyOf(RelationDeclaration declaration, EntityShape type)
    {
        if (declaration.Setting("KeyTo") is not { } named)
        {
            if (type.Key is [var only])
            {
                return only;
            }

            Unclear(declaration, $"the key of {type.Type.Name} has several properties");
        }
        else if (type.Column(named) is { } column)
        {
            return column;
        }
        else
        {
            Report(
                ProblemKind.NamedKeyDoesNotExist, declaration.SettingLocation("KeyTo", scope.Cancel),
                type.Type.Name, named, "KeyTo", Suggestion.For(named, type.Columns.Select(static other => other.Name)));
        }

        return null;
    }

    /// <summary>The properties of the shared type that have a column in all entities, numbered anew.</summary>
    private List<PropertyModel> SharedColumns(INamedTypeSymbol target, IReadOnlyList<EntityShape> types)
    {
        var shared = new List<PropertyModel>();
        scope.Read(target);
        foreach (var inherited in target.AllInterfaces)
        {
            scope.Read(inherited);
        }

        foreach (var property in PropertiesOf(target))
        {
            var all = types.Select(type => type.Column(property.Name)?.Model).ToList();
            if (all[0] is { } first && all.TrueForAll(one => one is not null && IsStoredAlike(one, first)) && !shared.Exists(one => one.Name == first.Name))
            {
                var kinds = all.Aggregate(PropertyKinds.None, static (kinds, one) => kinds | one!.Kinds);
                shared.Add(first with
                {
                    Ordinal = shared.Count,
                    Declaring = scope.Text.Of(property.ContainingType),
                    IsDocumented = Syntax.IsDocumented(property, scope.Cancel),
                    Kinds = kinds,
                    MaxLength = all.Select(static one => one!.MaxLength).Where(static length => length > 0).DefaultIfEmpty().Min(),
                    Assignment = all.Exists(static one => one!.Assignment == Assignment.Accessor) ? Assignment.Accessor : first.Assignment,
                    IsJsonIgnored = all.Exists(static one => one!.IsJsonIgnored),
                    IsReadOnlyInJson = all.Exists(static one => one!.IsReadOnlyInJson),
                });
            }
        }

        return shared;
    }

    /// <summary>Whether one condition means the same for the columns of two entities: none can be a name and a number, or a text and a document.</summary>
    private static bool IsStoredAlike(PropertyModel one, PropertyModel other) =>
        one.Type == other.Type && one.ColumnType == other.ColumnType && (one.ColumnType != ColumnType.Text || IsText(one) == IsText(other));

    private static bool IsText(PropertyModel property) => property.TypeName is null || ColumnTypes.IsText(property.TypeName);

    /// <summary>The properties that a class or interface declares or inherits, those of bases first.</summary>
    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var bases = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            bases.Push(current);
        }

        return type.AllInterfaces.Where(_ => type.TypeKind == TypeKind.Interface).Concat(bases).SelectMany(static one => one.GetMembers().OfType<IPropertySymbol>());
    }

    private static string BesideKey(string foreignKey) =>
        (foreignKey.EndsWith("Id", StringComparison.Ordinal) ? foreignKey.Substring(0, foreignKey.Length - 2) : foreignKey) + "Type";

    /// <summary>Whether queries of targets of several types have a member of this name.</summary>
    private static bool IsOfQuery(string name) => name is
        "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Skip" or "Take" or "Include" or "Fields" or "Links" or "ToSql" or "Apply" or
        "Equals" or "ToString" or "GetHashCode" or "GetType" or "ReferenceEquals" or "MemberwiseClone" or "Finalize";

    private static List<INamedTypeSymbol>? Targets(RelationDeclaration declaration)
    {
        foreach (var argument in declaration.Attribute.NamedArguments)
        {
            if (argument is { Key: "Targets", Value: { Kind: TypedConstantKind.Array, IsNull: false } value })
            {
                return [.. value.Values.Select(static type => type.Value).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];
            }
        }

        return null;
    }

    private Location TargetsLocation(RelationDeclaration declaration) => declaration.SettingLocation("Targets", scope.Cancel);

    private IReadOnlyList<EntityShape>? Unclear(RelationDeclaration declaration, string reason)
    {
        Report(ProblemKind.PolymorphicTargetsAreUnclear, declaration.SettingLocation("Targets", scope.Cancel), source.Type.Name, declaration.Property.Name, reason);
        return null;
    }

    private void Report(ProblemKind kind, Location location, params string[] arguments) => source.Problems.Add(new(kind, location, arguments));
}
