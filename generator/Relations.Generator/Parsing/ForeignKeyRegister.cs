using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>
/// What the foreign keys of a project refer to, gathered as its entities are parsed: that relations of two entities use one key is seen at the end, not by a walk for each.
/// The analyzers parse on many threads.
/// </summary>
internal sealed class ForeignKeyRegister
{
    private readonly ConcurrentBag<ForeignKeyReference> references = [];
    private readonly ConcurrentDictionary<string, string> tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> others = new(SymbolEqualityComparer.Default);

    public void Add(INamedTypeSymbol entity, ParseResult result)
    {
        if (result.Model is not { Mapping: { } mapping } model)
        {
            return;
        }

        tables[model.Cref] = $"{mapping.Schema}.{mapping.Table}".ToUpperInvariant();
        foreach (var other in result.Read)
        {
            if (!SymbolEqualityComparer.Default.Equals(other.ContainingAssembly, entity.ContainingAssembly))
            {
                others.TryAdd(other, true);
            }
        }

        for (var place = 0; place < mapping.Relations.Count; place++)
        {
            Add(entity, new(model.Name, model.Cref), mapping.Relations[place], place);
        }
    }

    /// <summary>The relations by whose foreign key another one refers to another entity. Where the key of one entity is itself a foreign key to that of the other, the key refers to the latter.</summary>
    public IEnumerable<Problem> Problems(Compilation compilation, CancellationToken cancel)
    {
        var suspects = references.GroupBy(HeldKey).Where(same => same.Select(reference => ReferredBy(reference, same.Key)).Distinct().Skip(1).Any()).ToList();
        if (suspects.Count == 0)
        {
            return [];
        }

        var steps = references.Concat(ReferencesOfOthers(compilation, cancel)).ToLookup(HeldKey);
        return suspects.SelectMany(same => Problems(same, steps));
    }

    private IEnumerable<Problem> Problems(IGrouping<KeyOfTable, ForeignKeyReference> same, ILookup<KeyOfTable, ForeignKeyReference> steps)
    {
        var all = same
            .OrderBy(static reference => reference.IsInherited)
            .ThenBy(static reference => reference.Source.ContainingNamespace.ToDisplayString(), StringComparer.Ordinal)
            .ThenBy(static reference => reference.Source.Name, StringComparer.Ordinal)
            .ThenBy(static reference => reference.Place)
            .GroupBy(reference => ReferredBy(reference, same.Key))
            .Select(static alike => (Referred: alike.Key, First: alike.First()))
            .ToList();
        var roots = all.Where(one => !all.Exists(other => LeadsTo(one.Referred, other.Referred) && !LeadsTo(other.Referred, one.Referred))).ToList();
        var (root, first) = roots[0];
        return roots.Where(other => other.First != first && !LeadsTo(other.Referred, root)).Select(other =>
        {
            var isNamesake = other.First.Target.Name == first.Target.Name;
            return new Problem(
                ProblemKind.ForeignKeyRefersToTwoModels, other.First.Location,
                same.First().Holder.Name, other.First.ForeignKeyText, other.First.KeyText(isNamesake), other.First.RelationName, first.KeyText(isNamesake), first.RelationName);
        });

        bool LeadsTo(KeyOfTable from, KeyOfTable to)
        {
            var seen = new HashSet<KeyOfTable> { from };
            var next = new Stack<KeyOfTable>(seen);
            while (next.Count > 0)
            {
                var current = next.Pop();
                foreach (var further in steps[current.Sorted].Select(step => ReferredBy(step, current)).Where(seen.Add))
                {
                    next.Push(further);
                }
            }

            return from != to && seen.Contains(to);
        }
    }

    private void Add(INamedTypeSymbol entity, ReferredEntity source, RelationModel relation, int place)
    {
        var target = NamesOf(relation.Target);
        switch (relation)
        {
            case { Through: { } through }:
                if (relation.PolymorphicSource is null)
                {
                    Refer(NamesOf(through.Entity), through.KeyFrom, source, relation.KeyFrom);
                }

                if (!relation.HasTypes)
                {
                    Refer(NamesOf(through.Entity), through.KeyTo, target, relation.KeyTo);
                }

                break;
            case { Polymorphic: not null }:
                break; // no foreign key to one table
            case { Kind: RelationKind.BelongsTo }:
                Refer(source, relation.KeyFrom, target, relation.KeyTo);
                break;
            default:
                Refer(target, relation.KeyTo, source, relation.KeyFrom);
                break;
        }

        void Refer(ReferredEntity holder, KeyModel foreignKey, ReferredEntity referred, KeyModel key) =>
            references.Add(new(entity, relation.Property, place, holder, foreignKey.Properties, referred, key.Properties));
    }

    /// <summary>What the foreign keys of other projects refer to, as far as relations of this one lead to them. They are asked only where something seems wrong.</summary>
    private IEnumerable<ForeignKeyReference> ReferencesOfOthers(Compilation compilation, CancellationToken cancel)
    {
        var seen = new HashSet<INamedTypeSymbol>(others.Keys, SymbolEqualityComparer.Default);
        var next = new Stack<INamedTypeSymbol>(seen.Where(static type => type.IsEntity()));
        while (next.Count > 0)
        {
            var entity = next.Pop();
            var scope = new ParseScope(compilation, entity, cancel);
            var shape = scope.ShapeOf(entity);
            var keys = new RelationKeyParser(scope, shape);
            foreach (var relation in shape.Relations)
            {
                if (relation is not { Through: null, IsPolymorphic: false, Type.Element: { } element } || !element.IsEntity() || scope.ShapeOf(element) is not { IsMapped: true } target || !shape.IsMapped ||
                    keys.Parse(relation, target, through: null) is not { } found)
                {
                    continue;
                }

                var (from, to) = (new ReferredEntity(entity.Name, scope.FullText.Of(entity)), new ReferredEntity(element.Name, scope.FullText.Of(element)));
                yield return relation.Kind == RelationKind.BelongsTo
                    ? new(entity, relation.Property.Name, Place: 0, from, found.KeyFrom.Model.Properties, to, found.KeyTo.Model.Properties)
                    : new(entity, relation.Property.Name, Place: 0, to, found.KeyTo.Model.Properties, from, found.KeyFrom.Model.Properties);
                if (seen.Add(element))
                {
                    next.Push(element);
                }
            }
        }
    }

    private static ReferredEntity NamesOf(EntityReference entity) => new(entity.Name, entity.Cref);

    private KeyOfTable HeldKey(ForeignKeyReference reference) => new KeyOfTable(TableOf(reference.Holder), reference.ForeignKey).Sorted;

    private KeyOfTable ReferredBy(ForeignKeyReference reference, KeyOfTable foreignKey) => new(TableOf(reference.Target), reference.KeyBy(foreignKey.Properties));

    /// <summary>The table of an entity; that of another project is known by the entity alone.</summary>
    private string TableOf(ReferredEntity entity) => tables.TryGetValue(entity.FullName, out var table) ? table : entity.FullName;

    /// <summary>A key of a table, by the names of its properties in C#.</summary>
    private sealed record KeyOfTable(string Table, EquatableArray<string> Properties)
    {
        public KeyOfTable Sorted => this with { Properties = Properties.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray() };
    }
}
