using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>The names of an entity's table and columns: what an attribute says, else what the convention of the entity's assembly makes of the name in C#.</summary>
internal sealed class MappedNames
{
    private const int SnakeCaseConvention = 1;

    private readonly bool isSnakeCase;

    private MappedNames(bool isSnakeCase) => this.isSnakeCase = isSnakeCase;

    public static MappedNames Of(INamedTypeSymbol entity) =>
        new(KnownSymbols.Attribute(entity.ContainingAssembly, KnownSymbols.Relations, "RelationsNamingAttribute") is { ConstructorArguments: [{ Value: SnakeCaseConvention }] });

    public string Table(INamedTypeSymbol entity, AttributeData? table) => table is { ConstructorArguments: [{ Value: string name }] } ? name : Converted(entity.Name);

    public string Column(IPropertySymbol property, PropertyAttributes attributes) => attributes.ColumnName ?? Converted(property.Name);

    /// <summary>Reports a table or column whose attribute gives it no name.</summary>
    public static void ReportEmpty(ParseScope scope, EntityShape shape)
    {
        if (KnownSymbols.Attribute(shape.Type, KnownSymbols.DataAnnotationsSchema, "TableAttribute") is { ConstructorArguments: [{ Value: string table }] } attribute && string.IsNullOrWhiteSpace(table))
        {
            Report(Syntax.Attribute(attribute, scope.Cancel) ?? Syntax.Identifier(shape.Type), "the name of its table is empty");
        }

        foreach (var column in shape.Columns.Where(static column => string.IsNullOrWhiteSpace(column.Model.Column)))
        {
            Report(Syntax.Attribute(column.Attributes.Column!, scope.Cancel) ?? Syntax.Identifier(column.Property), $"the name of the column of {column.Name} is empty");
        }

        void Report(Location location, string reason) => shape.Problems.Add(new(ProblemKind.EntityCannotBeMapped, location, shape.Type.Name, reason));
    }

    private string Converted(string name) => isSnakeCase ? SnakeCase(name) : name;

    /// <summary>
    /// Parts a name into words as <c>JsonNamingPolicy.SnakeCaseLower</c> does: a capital begins a word after a small letter or digit, and after
    /// another capital if a small letter follows. Anything else, such as an underscore, stays and parts the words itself.
    /// </summary>
    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        var before = UnicodeCategory.OtherNotAssigned;
        for (var place = 0; place < name.Length; place++)
        {
            var category = char.GetUnicodeCategory(name[place]);
            if (category == UnicodeCategory.UppercaseLetter && (before is UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber
                || (before == UnicodeCategory.UppercaseLetter && place + 1 < name.Length && char.IsLower(name[place + 1]))))
            {
                text.Append('_');
            }

            text.Append(category == UnicodeCategory.UppercaseLetter ? char.ToLowerInvariant(name[place]) : name[place]);
            before = category;
        }

        return text.ToString();
    }
}
