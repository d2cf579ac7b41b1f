using System.Text;
using System.Text.Json;

namespace Relations.Definitions.Json;

/// <summary>Reads a JSON object by what a body may say, and collects everything that is wrong with it.</summary>
internal static class JsonBody
{
    /// <summary>Past this many problems the rest goes unreported: an answer must not grow with hostile data.</summary>
    private const int MostProblems = 50;

    /// <summary>The values of a JSON object.</summary>
    /// <exception cref="InvalidBodyException">Something is wrong.</exception>
    /// <exception cref="JsonException">The text is not valid JSON.</exception>
    public static GivenJson Read(BodyDefinition body, ReadOnlySpan<byte> utf8Json)
    {
        var problems = new List<InputProblem>();
        var values = new GivenJson(body.Entity.Properties.Count);
        var reader = new Utf8JsonReader(utf8Json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadProperties(ref reader, body, values, problems);
        }
        else
        {
            problems.Add(new("", $"Expected a JSON object, got {JsonColumn.Show(ref reader)}."));
            reader.Skip();
        }

        reader.Read(); // throws when something follows
        if (problems.Count == 0)
        {
            AddMissing(body, values, problems);
        }

        return problems.Count == 0 ? values : throw new InvalidBodyException(problems);
    }

    private static void ReadProperties(ref Utf8JsonReader reader, BodyDefinition body, GivenJson values, List<InputProblem> problems)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonColumn.TextOf(ref reader);
            reader.Read();
            if (ReadValue(ref reader, body, name, values) is { } problem && problems.Count < MostProblems)
            {
                problems.Add(new("/" + Pointer(name), problem));
            }

            reader.Skip();
        }
    }

    /// <summary>Takes the value of one property; returns what is wrong with it, or null.</summary>
    private static string? ReadValue(ref Utf8JsonReader reader, BodyDefinition body, string? name, GivenJson values)
    {
        if (name is null || body.Property(name) is not { } property)
        {
            return name is not null && body.Entity.Relations.ContainsKey(name)
                ? $"Navigational properties are not allowed in model data (model \"{body.Entity.Name}\" property \"{name}\"), please remove it."
                : $"{body.Entity.Name} has no property \"{JsonColumn.Short(name)}\".";
        }

        if (!body.Accepted.Contains(property))
        {
            return NotAccepted(body, property, name);
        }

        if (values.IsGiven(property.Ordinal))
        {
            return $"Property \"{name}\" is given more than once.";
        }

        var problem = JsonColumn.Read(ref reader, property, out var value);
        if (problem is null)
        {
            values.Give(property.Ordinal, value);
        }

        return problem;
    }

    private static string NotAccepted(BodyDefinition body, PropertyDefinition property, string name) =>
        body.Type == body.Entity.Type
            ? $"Property \"{name}\" cannot be given{(property.Is(PropertyKinds.Generated | PropertyKinds.Computed | PropertyKinds.Concurrency) ? ": the database makes it" : "")}."
            : $"Property \"{name}\" cannot be changed!";

    private static void AddMissing(BodyDefinition body, GivenJson values, List<InputProblem> problems)
    {
        foreach (var property in body.Required)
        {
            if (!values.IsGiven(property.Ordinal))
            {
                var name = BodyDefinition.NameOf(property);
                problems.Add(new("/" + Pointer(name), $"Property \"{name}\" must be given."));
            }
        }

        if (body.IsPatch && !body.Accepted.Any(property => values.IsGiven(property.Ordinal)))
        {
            problems.Add(new("", $"The patch assigns nothing; give at least one of {string.Join(", ", body.Accepted.Select(BodyDefinition.NameOf))}."));
        }
    }

    // RFC 6901.
    private static string Pointer(string? name) =>
        new StringBuilder(JsonColumn.Short(name)).Replace("~", "~0").Replace("/", "~1").ToString();
}
