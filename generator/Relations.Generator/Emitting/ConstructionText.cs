using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>The parts of an expression that makes an entity: the constructor's arguments and the object initializer.</summary>
/// <param name="Arguments">The arguments with their parentheses; empty for none.</param>
/// <param name="Initializers">The lines of the object initializer, without commas.</param>
internal sealed record ConstructionText(string Arguments, IReadOnlyList<string> Initializers)
{
    /// <summary>Makes the parts from a value for each property; a property without one gets its default where it must have one.</summary>
    public static ConstructionText Of(ConstructionModel construction, IEnumerable<PropertyModel> properties, Func<PropertyModel, string?> valueOf)
    {
        var all = properties.ToList();
        var arguments = construction.Parameters
            .Select(parameter => (parameter, value: ValueOf(parameter)))
            .Where(static argument => argument.value is not null)
            .Select(static argument => $"{CSharpText.Identifier(argument.parameter.Name)}: {argument.value}")
            .ToList();
        return new(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})", [.. Initialized()]);

        string? ValueOf(ParameterModel parameter)
        {
            var property = all.Find(candidate => candidate.Name == parameter.Property);
            return (property is null ? null : valueOf(property)) ?? (parameter.Default is null ? (property is { IsReference: false } ? "default" : "default!") : construction.IsPrivate ? parameter.Default : null);
        }

        IEnumerable<string> Initialized()
        {
            foreach (var property in all)
            {
                var isParameter = construction.Parameters.Any(parameter => parameter.Property == property.Name);
                var value = isParameter && !property.IsRequiredMember || property.Assignment is Assignment.Accessor or Assignment.Constructor ? null : valueOf(property);
                value ??= property.IsRequiredMember ? (property.IsReference ? "default!" : "default") : null;
                if (value is not null)
                {
                    yield return $"{CSharpText.Identifier(property.Name)} = {value}";
                }
            }

            foreach (var member in construction.SetsRequiredMembers ? [] : construction.OtherRequiredMembers)
            {
                yield return $"{CSharpText.Identifier(member)} = default!";
            }
        }
    }

    /// <summary>The whole expression on one line.</summary>
    public string OnOneLine(string type) =>
        Initializers.Count == 0 ? $"new {type}{(Arguments.Length == 0 ? "()" : Arguments)}" : $"new {type}{Arguments} {{ {string.Join(", ", Initializers)} }}";

    /// <summary>Writes the expression after <paramref name="start"/>, an initializer to the line.</summary>
    public void Write(SourceWriter writer, string start)
    {
        if (Initializers.Count == 0)
        {
            writer.Write($"{start}new{(Arguments.Length == 0 ? "()" : Arguments)};");
            return;
        }

        writer.Write($"{start}new{(Arguments.Length == 0 ? "()" : Arguments)}");
        writer.Write("{");
        using (writer.Indent("};"))
        {
            foreach (var initializer in Initializers)
            {
                writer.Write(initializer + ",");
            }
        }
    }
}
