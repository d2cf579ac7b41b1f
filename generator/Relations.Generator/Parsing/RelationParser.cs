using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses the relations of one entity: each becomes a model, or a problem that says why not.</summary>
internal sealed class RelationParser(ParseScope scope, EntityShape source)
{
    private readonly RelationKeyParser keys = new(scope, source);
    private readonly PolymorphicParser polymorphic = new(scope, source);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>The relations that could be resolved.</summary>
    public List<RelationModel> Parse()
    {
        var relations = new List<RelationModel>();
        var shared = new Dictionary<(string, string, KeyModel, KeyModel, KeyModel, KeyModel, EquatableArray<ConcreteModel>), string>();
        foreach (var declaration in source.Relations)
        {
            scope.Cancel.ThrowIfCancellationRequested();
            if (Parse(declaration) is { } relation)
            {
                relations.Add(Share(relation, shared));
            }
        }

        return relations;
    }

    private RelationModel? Parse(RelationDeclaration declaration)
    {
        if (Syntax.IsUnclear(declaration.Attribute, scope.Cancel) || Syntax.IsUnfinished(declaration.Property, scope.Cancel) || Contradicts(declaration) || !CanBeFilled(declaration) || ElementOf(declaration) is not { } element || !IsThroughSound(declaration))
        {
            return null;
        }

        var through = declaration.Through is null ? null : scope.ShapeOf(declaration.Through);
        return declaration.HasTypes ? ParseTypes(declaration, element, through)
            : IsEntity(element, declaration, declaration.TypeLocation(scope.Cancel)) ? ParseOneType(declaration, scope.ShapeOf(element), through)
            : null;
    }

    private RelationModel? ParseOneType(RelationDeclaration declaration, EntityShape target, EntityShape? through)
    {
        if (!AreMapped([target], through) || keys.Parse(declaration, target, through) is not { } found || !LinksByKeyOf(through, declaration, found))
        {
            return null;
        }

        if (SharesKey(declaration, target, through, found))
        {
            return null;
        }

        PolymorphicModel? types = null;
        if (polymorphic.SourceDiscriminator(declaration, [target], through, found, out var discriminator))
        {
            if (discriminator is null)
            {
                return null;
            }

            types = OwnType(discriminator);
        }

        if (!HasOwnName(declaration))
        {
            return null;
        }

        RelationWarnings.Report(scope, source, declaration, target, through, found);
        AddCautions([target], through);
        return Model(declaration, EntityReferences.To(scope, target), target.Visibility, through, found, types);
    }

    private RelationModel? ParseTypes(RelationDeclaration declaration, INamedTypeSymbol element, EntityShape? through)
    {
        var holder = through ?? source;
        if (polymorphic.ParseTypes(declaration, element) is not { } types || !AreMapped(types, through))
        {
            return null;
        }

        var target = PolymorphicParser.SharedShape(element, types);
        if (keys.Parse(declaration, target, through) is not { } found ||
            !LinksByKeyOf(through, declaration, found) ||
            SharesKey(declaration, target, through, found) ||
            polymorphic.ParseDiscriminator(declaration, holder, element, (found.ThroughKeyTo ?? found.KeyFrom).Names) is not { } discriminator ||
            polymorphic.Parse(declaration, element, types, found, holder, discriminator) is not { } facts ||
            !HasOwnName(declaration))
        {
            return null;
        }

        RelationWarnings.ReportProperty(scope, source, declaration, found);
        AddCautions(types, through);
        var reference = new EntityReference(
            element.Name, scope.Text.Of(element), scope.FullText.Of(element), Companion: source.Type.Name + declaration.Property.Name, found.KeyTo.Model, IsForeign: false)
        {
            Caution = source.Cautions.OfType(scope, element),
        };
        var sourceOfTypes = through is not null && polymorphic.SourceDiscriminator(declaration, types, through, found, out var beside) ? OwnType(beside!) : null;
        return Model(declaration, reference, target.Visibility, through, found, facts, sourceOfTypes);
    }

    /// <summary>The rows of the source's own type alone.</summary>
    private PolymorphicModel OwnType(string discriminator) => new(discriminator, ConcreteTypes.Discriminator(source.Type), Properties: default, Types: default);

    /// <summary>Whether a foreign key of the relation is that of a polymorphic relation too, which is reported.</summary>
    private bool SharesKey(RelationDeclaration declaration, EntityShape target, EntityShape? through, RelationKeys found)
    {
        if (polymorphic.SharedKey(declaration, target, through, found) is not var (holder, other, key))
        {
            return false;
        }

        var remedy = declaration.Kind is RelationKind.HasMany or RelationKind.HasOne ? "set Polymorphic = true"
            : holder == source ? "use that relation, or another key"
            : key == found.ThroughKeyFrom?.Names ? $"make {source.Type.Name} {CSharpText.WithArticle(other.Type.Element!.Name)}, or use another key"
            : "lead to all of them with Polymorphic = true, or use another key";
        Report(
            ProblemKind.RelationContradicts, Syntax.Identifier(declaration.Property), source.Type.Name, declaration.Property.Name,
            $"its foreign key {key} is that of the polymorphic relation {holder.Type.Name}.{other.Property.Name}, and refers to other types too; {remedy}");
        return true;
    }

    /// <summary>Whether the pair that became the key of a through model without one is the relation's: else a second link by these keys would have the key of the first.</summary>
    private bool LinksByKeyOf(EntityShape? through, RelationDeclaration declaration, RelationKeys found)
    {
        if (through is null or { Key.Count: < 2 } || through.Key.Exists(static part => part.Attributes.Key is not null) ||
            found.ThroughKeyFrom!.Columns.Concat(found.ThroughKeyTo!.Columns).All(column => through.Key.Exists(part => part.Name == column.Name)))
        {
            return true;
        }

        Report(
            ProblemKind.RelationContradicts, declaration.ThroughLocation(scope.Cancel), source.Type.Name, declaration.Property.Name,
            $"{through.Type.Name} has no key of its own, so that {new KeyShape(through.Key).Names} are taken for it, and this relation links by {found.ThroughKeyFrom.Names} and {found.ThroughKeyTo.Names}; mark the key of {through.Type.Name} with [Key]");
        return false;
    }

    /// <summary>What is not mapped is explained where it is declared.</summary>
    private bool AreMapped(IEnumerable<EntityShape> targets, EntityShape? through) =>
        source.IsMapped && targets.All(static target => target.IsMapped) && through is not { IsMapped: false };

    private RelationModel Model(RelationDeclaration declaration, EntityReference target, Visibility visibility, EntityShape? through, RelationKeys found, PolymorphicModel? facts, PolymorphicModel? sourceOfTypes = null) => new(
        declaration.Kind,
        NameOf(declaration),
        declaration.Property.Name,
        VisibilityOf(declaration, visibility, through),
        target,
        found.KeyFrom.Model,
        found.KeyTo.Model,
        through is null
            ? null
            : new ThroughModel(
                EntityReferences.To(scope, through),
                found.ThroughKeyFrom!.Model,
                found.ThroughKeyTo!.Model,
                new[] { facts?.Discriminator, sourceOfTypes?.Discriminator }.OfType<string>().ToEquatableArray(),
                through.Columns.Select(static column => column.Model).ToEquatableArray(),
                through.Construction!),
        facts,
        SharedWith: null,
        SetterOf(declaration),
        RepositoryMembers.HiddenBy(scope, declaration.Property.Name, FactoryKeyType(declaration, found)),
        declaration.Attributes is { NotFilterable: null, IsJsonIgnored: false, IsWriteOnlyInJson: false })
    {
        JsonName = declaration.Attributes.JsonName,
        SourceOfTypes = sourceOfTypes,
        Caution = declaration.Caution,
    };

    /// <summary>The source's file mentions the targets, and of the through model the columns too.</summary>
    private void AddCautions(IEnumerable<EntityShape> targets, EntityShape? through)
    {
        foreach (var target in targets)
        {
            source.Cautions.Add(target.Cautions, withErrors: target.Caution is { IsError: true });
        }

        if (through is not null)
        {
            source.Cautions.Add(through.Cautions);
        }
    }

    private static string NameOf(RelationDeclaration declaration) => declaration.Setting("Name") ?? JsonNames.Of(declaration.Property, declaration.Attributes);

    private Visibility VisibilityOf(RelationDeclaration declaration, Visibility target, EntityShape? through) => new[]
    {
        source.Visibility,
        target,
        through?.Visibility ?? Visibility.Public,
        declaration.Property.DeclaredAccessibility == Accessibility.Public ? Visibility.Public : Visibility.Internal,
    }.Min();

    private string FactoryKeyType(RelationDeclaration declaration, RelationKeys found) =>
        declaration.Kind == RelationKind.BelongsTo ? EntityReferences.KeyType(source) : found.KeyFrom.Type;

    private bool Contradicts(RelationDeclaration declaration)
    {
        var attributes = declaration.Attributes;
        var contradiction = attributes switch
        {
            { HasMany: not null, HasOne: not null } => "it is both has-many and has-one",
            { HasMany: not null, BelongsTo: not null } => "it is both has-many and belongs-to",
            { HasOne: not null, BelongsTo: not null } => "it is both has-one and belongs-to",
            { NotMapped: not null } => "it is both a relation and not mapped",
            { Key: not null } or { Column: not null } or { Unique: not null } or { DatabaseGenerated: not null } or { Concurrency: not null } or { Timestamp: not null } =>
                "it is both a relation and a column",
            { ForeignKey: not null } when declaration.Through is not null => "[ForeignKey] names no key of a through model; use ThroughKeyFrom and ThroughKeyTo",
            { ForeignKeyName: { } key } when declaration.Setting(declaration.Kind == RelationKind.BelongsTo ? "KeyFrom" : "KeyTo") is { } other && other != key =>
                $"[ForeignKey] names '{key}', and the relation '{other}'; remove one of the two",
            _ when declaration.Property.GetMethod is null => "it has no getter, so that nobody could read what is included",
            _ when declaration.Kind == RelationKind.HasMany && (declaration.Setting("ThroughKeyFrom") ?? declaration.Setting("ThroughKeyTo")) is not null =>
                "it names keys of a through model, but no through model",
            _ when !declaration.IsPolymorphic && (declaration.HasSetting("Discriminator") || declaration.HasSetting("Targets")) =>
                "it names a discriminator or targets, but is not polymorphic",
            _ when declaration.Through is { } through && declaration.Type is { LinkThrough: null, Element: { } listed } && SymbolEqualityComparer.Default.Equals(through, listed) =>
                $"its list is of the through model itself; list the target, or leave {through.Name} out of the attribute",
            _ when declaration.IsPolymorphic && !declaration.HasTypes && declaration.HasSetting("Targets") =>
                "it names targets, but without a through model all its targets are of the property's type",
            _ => null,
        };
        if (contradiction is null)
        {
            return false;
        }

        Report(ProblemKind.RelationContradicts, Syntax.Identifier(declaration.Property), source.Type.Name, declaration.Property.Name, contradiction);
        return true;
    }

    private bool CanBeFilled(RelationDeclaration declaration)
    {
        var property = declaration.Property;
        var obstacle = property switch
        {
            _ when !scope.IsAccessible(property) => "it is out of reach for what is generated; make it public or internal",
            _ when declaration.IsPartial && ((CSharpCompilation)scope.Compilation).LanguageVersion < LanguageVersion.CSharp13 =>
                "this project's version of C# has no partial properties; make it an ordinary one with a setter, or set <LangVersion>13</LangVersion>",
            _ when declaration.IsPartial => PartParser.NotPartial(source.Type, scope.Cancel) is { } outer ? $"{outer.Name} is not partial; make it so" : null,
            { SetMethod: not null } => null,
            { IsPartialDefinition: true } => "its implementation is your own and has no setter; give it one, or remove it to have it generated",
            _ when ((CSharpCompilation)scope.Compilation).LanguageVersion < LanguageVersion.CSharp13 => "it has no setter; give it one, for this project's version of C# has no partial properties",
            _ => "it has no setter and is not partial; make it partial, on a partial type",
        };
        if (obstacle is not null)
        {
            Report(ProblemKind.RelationPropertyCannotBeSet, Syntax.Identifier(property), source.Type.Name, property.Name, obstacle);
        }

        return obstacle is null;
    }

    private INamedTypeSymbol? ElementOf(RelationDeclaration declaration)
    {
        var expected = declaration.Kind switch
        {
            RelationKind.HasManyThrough => $"a list of the target, or of Link<Target, {declaration.Through!.Name}>",
            RelationKind.HasMany when declaration.Type.LinkThrough is { } link => $"a list of the target, or [HasMany(through: typeof({link.Name}))]",
            RelationKind.HasMany => "a list of the target",
            _ => "the target",
        };
        if (declaration.Type.Element is not { } element ||
            (declaration.Type.LinkThrough is { } linkThrough && !SymbolEqualityComparer.Default.Equals(linkThrough, declaration.Through)))
        {
            if (!IsUnknown(declaration.Property.Type))
            {
                Report(ProblemKind.RelationPropertyTypeIsNotSupported, declaration.TypeLocation(scope.Cancel), source.Type.Name, declaration.Property.Name, declaration.Property.Type.ToDisplayString(), expected);
            }

            return null;
        }

        return element.TypeKind == TypeKind.Error || element.Name.Length == 0 ? null : element; // the compiler explains it
    }

    /// <summary>Whether the compiler does not know the type, or one that it is made of, and explains it.</summary>
    private static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named => named.TypeArguments.Any(IsUnknown),
        _ => type.TypeKind == TypeKind.Error,
    };

    private bool IsThroughSound(RelationDeclaration declaration) =>
        declaration.Through is not { } through || IsEntity(through, declaration, declaration.ThroughLocation(scope.Cancel));

    private bool IsEntity(INamedTypeSymbol type, RelationDeclaration declaration, Location location)
    {
        if (type.IsEntity() && !HasNoTable(type))
        {
            return true;
        }

        if (type.TypeKind == TypeKind.Error || type.Name.Length == 0 || type.IsPerhapsEntity())
        {
            return false; // the compiler explains it
        }

        Report(ProblemKind.RelatedTypeIsNoEntity, location, type.Name, source.Type.Name, declaration.Property.Name, EntityObstacles.Of(scope, declaration, type));
        return false;
    }

    /// <summary>Whether an abstract class is marked as an entity for the sake of those that derive from it. Of one from which none derives, its own declaration is reported.</summary>
    private bool HasNoTable(INamedTypeSymbol type) =>
        type.IsAbstract && (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, scope.Compilation.Assembly) || ConcreteTypes.Of(scope, type).Count > 0);

    /// <summary>Filters name columns and relations alike.</summary>
    private bool HasOwnName(RelationDeclaration declaration)
    {
        var name = NameOf(declaration);
        var contradiction = string.IsNullOrWhiteSpace(name) ? "its name is empty"
            : (JsonNames.ColumnOf(source, name)?.Name ?? (names.TryGetValue(name, out var relation) ? relation : null)) is { } other ? $"{other} has the name '{name}' already"
            : null;
        if (contradiction is null)
        {
            names.Add(name, declaration.Property.Name);
            return true;
        }

        Report(
            ProblemKind.RelationContradicts,
            Syntax.Setting(declaration.Attribute, "Name", scope.Cancel) ?? Syntax.Identifier(declaration.Property),
            source.Type.Name, declaration.Property.Name, contradiction);
        return false;
    }

    private RelationModel Share(RelationModel relation, Dictionary<(string, string, KeyModel, KeyModel, KeyModel, KeyModel, EquatableArray<ConcreteModel>), string> shared)
    {
        if (relation.Through is not { } through)
        {
            return relation;
        }

        var identity = (relation.Target.Type, through.Entity.Type, relation.KeyFrom, relation.KeyTo, through.KeyFrom, through.KeyTo, relation.Polymorphic?.Types ?? default);
        if (shared.TryGetValue(identity, out var first))
        {
            return relation with { SharedWith = first, Target = relation.HasTypes ? relation.Target with { Companion = source.Type.Name + first } : relation.Target };
        }

        shared.Add(identity, relation.Property);
        return relation;
    }

    private RelationPropertyModel SetterOf(RelationDeclaration declaration)
    {
        var property = declaration.Property;
        return new(
            scope.Text.OfNotNull(property.Type),
            declaration.IsPartial ? PartParser.SlotOf(source.Type, property) : null,
            IsSettable: property.SetMethod is not null,
            property.SetMethod switch
            {
                { } setter when scope.IsAccessible(setter) => setter.IsInitOnly ? Assignment.Init : Assignment.Set,
                _ => Assignment.Accessor,
            },
            scope.Text.Of(property.ContainingType),
            declaration.Type.IsArray,
            declaration.Type.LinkThrough is not null,
            declaration.Type.IsNullable,
            Syntax.IsDocumented(property, scope.Cancel));
    }

    private void Report(ProblemKind kind, Location location, params string[] arguments) => source.Problems.Add(new(kind, location, arguments));
}
