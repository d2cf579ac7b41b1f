using Microsoft.CodeAnalysis;
using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses the relations of one entity: each becomes a model, or a problem that says why not.</summary>
internal sealed class RelationParser(ParseScope scope, EntityShape source)
{
    private readonly RelationKeyParser keys = new(scope, source);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>The relations that could be resolved.</summary>
    public List<RelationModel> Parse()
    {
        var relations = new List<RelationModel>();
        var shared = new Dictionary<(string, string, KeyModel, KeyModel, KeyModel, KeyModel), string>();
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
        if (Contradicts(declaration) || !CanBeFilled(declaration) || TargetOf(declaration) is not { } target || !IsThroughSound(declaration))
        {
            return null;
        }

        var through = declaration.Through is null ? null : scope.ShapeOf(declaration.Through);
        if (!source.IsMapped || !target.IsMapped || through is { IsMapped: false })
        {
            return null; // explained where that entity is declared
        }

        var name = declaration.Setting("Name") ?? CSharpText.Camel(declaration.Property.Name);
        if (keys.Parse(declaration, target, through) is not { } found || !HasOwnName(declaration, name))
        {
            return null;
        }

        RelationWarnings.Report(scope, source, declaration, target, through, found);
        return new RelationModel(
            declaration.Kind,
            name,
            declaration.Property.Name,
            VisibilityOf(declaration, target, through),
            EntityReferences.To(scope, target),
            found.KeyFrom.Model,
            found.KeyTo.Model,
            through is null
                ? null
                : new ThroughModel(
                    EntityReferences.To(scope, through),
                    found.ThroughKeyFrom!.Model,
                    found.ThroughKeyTo!.Model,
                    through.Columns.Select(static column => column.Model).ToEquatableArray(),
                    through.Construction!),
            SharedWith: null,
            SetterOf(declaration),
            RepositoryMembers.HiddenBy(scope.Compilation, declaration.Property.Name, FactoryKeyType(declaration, found)),
            declaration.Attributes.NotFilterable is null);
    }

    private Visibility VisibilityOf(RelationDeclaration declaration, EntityShape target, EntityShape? through) => new[]
    {
        source.Visibility,
        target.Visibility,
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
            { Key: not null } or { Column: not null } => "it is both a relation and a column",
            _ when declaration.Kind == RelationKind.HasMany && (declaration.Setting("ThroughKeyFrom") ?? declaration.Setting("ThroughKeyTo")) is not null =>
                "it names keys of a through model, but no through model",
            _ when declaration.IsPolymorphic => "polymorphic relations are not generated yet",
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
        if (scope.IsAccessible(declaration.Property) && (declaration.IsPartial ? PartParser.CanBeExtended(source.Type, scope.Cancel) : declaration.Property.SetMethod is not null))
        {
            return true;
        }

        Report(ProblemKind.RelationPropertyCannotBeSet, Syntax.Identifier(declaration.Property), source.Type.Name, declaration.Property.Name);
        return false;
    }

    private EntityShape? TargetOf(RelationDeclaration declaration)
    {
        var expected = declaration.Kind switch
        {
            RelationKind.HasManyThrough => $"a list of the target, or of Link<Target, {declaration.Through!.Name}>",
            RelationKind.HasMany => "a list of the target",
            _ => "the target",
        };
        if (declaration.Type.Element is not { } element ||
            (declaration.Type.LinkThrough is { } linkThrough && !SymbolEqualityComparer.Default.Equals(linkThrough, declaration.Through)))
        {
            if (declaration.Property.Type.TypeKind != TypeKind.Error)
            {
                Report(ProblemKind.RelationPropertyTypeIsNotSupported, declaration.TypeLocation(scope.Cancel), source.Type.Name, declaration.Property.Name, declaration.Property.Type.ToDisplayString(), expected);
            }

            return null;
        }

        return IsEntity(element, declaration, declaration.TypeLocation(scope.Cancel)) ? scope.ShapeOf(element) : null;
    }

    private bool IsThroughSound(RelationDeclaration declaration) =>
        declaration.Through is not { } through || IsEntity(through, declaration, declaration.ThroughLocation(scope.Cancel));

    private bool IsEntity(INamedTypeSymbol type, RelationDeclaration declaration, Location location)
    {
        if (type.TypeKind == TypeKind.Error || type.Name.Length == 0)
        {
            return false; // the compiler explains it
        }

        if (type.IsEntity())
        {
            return true;
        }

        Report(ProblemKind.RelatedTypeIsNoEntity, location, type.Name, source.Type.Name, declaration.Property.Name);
        return false;
    }

    private bool HasOwnName(RelationDeclaration declaration, string name)
    {
        if (!names.TryGetValue(name, out var other))
        {
            names.Add(name, declaration.Property.Name);
            return true;
        }

        Report(
            ProblemKind.RelationContradicts,
            Syntax.Setting(declaration.Attribute, "Name", scope.Cancel) ?? Syntax.Identifier(declaration.Property),
            source.Type.Name, declaration.Property.Name, $"{other} has the name '{name}' already");
        return false;
    }

    private static RelationModel Share(RelationModel relation, Dictionary<(string, string, KeyModel, KeyModel, KeyModel, KeyModel), string> shared)
    {
        if (relation.Through is not { } through)
        {
            return relation;
        }

        var identity = (relation.Target.Type, through.Entity.Type, relation.KeyFrom, relation.KeyTo, through.KeyFrom, through.KeyTo);
        if (shared.TryGetValue(identity, out var first))
        {
            return relation with { SharedWith = first };
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
            declaration.Type.IsNullable);
    }

    private void Report(ProblemKind kind, Location location, params string[] arguments) => source.Problems.Add(new(kind, location, arguments));
}
