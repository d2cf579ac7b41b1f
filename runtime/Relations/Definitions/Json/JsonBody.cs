using System.Text.Json;

namespace Relations.Definitions.Json;

/// <summary>Reads JSON objects by what bodies may say, and collects everything that is wrong with them.</summary>
internal sealed class JsonBody
{
    /// <summary>The member that holds the through data of a new target.</summary>
    private const string ThroughData = "throughData";

    /// <summary>Past this many problems the rest goes unreported: an answer must not grow with hostile data.</summary>
    private const int MostProblems = 50;

    private readonly List<InputProblem> problems = [];

    /// <summary>The values of a JSON object.</summary>
    /// <exception cref="InvalidBodyException">Something is wrong.</exception>
    /// <exception cref="JsonException">The text is not valid JSON.</exception>
    public static GivenValues Read(BodyDefinition body, ReadOnlySpan<byte> utf8Json) => ReadWhole(new(body, ""), throughData: null, utf8Json);

    /// <summary>The values of a JSON object for a target, and of its member <c>throughData</c> for its link.</summary>
    /// <inheritdoc cref="Read(BodyDefinition, ReadOnlySpan{byte})" path="/exception"/>
    public static (GivenValues Target, GivenValues ThroughData) Read(BodyDefinition target, BodyDefinition throughData, ReadOnlySpan<byte> utf8Json)
    {
        var part = new Part(throughData, "/" + ThroughData);
        return (ReadWhole(new(target, ""), part, utf8Json), part.Values);
    }

    private static GivenValues ReadWhole(Part whole, Part? throughData, ReadOnlySpan<byte> utf8Json)
    {
        var json = new JsonBody();
        var reader = new Utf8JsonReader(JsonTexts.WithoutMark(utf8Json));
        reader.Read();
        var isRead = json.ReadObject(ref reader, whole, throughData);
        reader.Read(); // throws when something follows
        if (isRead)
        {
            json.AddMissing(whole);
        }

        if (isRead && throughData is { IsGiven: false })
        {
            json.AddMissing(throughData);
        }

        return json.problems.Count == 0 ? whole.Values : throw new InvalidBodyException(json.problems);
    }

    private bool ReadObject(ref Utf8JsonReader reader, Part part, Part? throughData)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Add(part.Path, $"Expected a JSON object, got {JsonColumn.Show(ref reader)}.");
            reader.Skip();
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonColumn.TextOf(ref reader);
            reader.Read();
            if (name == ThroughData && throughData is not null)
            {
                ReadThroughData(ref reader, throughData);
            }
            else if (ReadValue(ref reader, part, name) is { } problem)
            {
                Add(part.PathOf(name), problem);
                reader.Skip();
            }
        }

        return true;
    }

    private void ReadThroughData(ref Utf8JsonReader reader, Part part)
    {
        if (part.IsGiven)
        {
            Add(part.Path, $"Property \"{ThroughData}\" is given more than once.");
            reader.Skip();
            return;
        }

        part.IsGiven = true;
        if (ReadObject(ref reader, part, throughData: null))
        {
            AddMissing(part);
        }
    }

    /// <summary>Takes the value of one property; returns what is wrong with it, or null.</summary>
    private static string? ReadValue(ref Utf8JsonReader reader, Part part, string? name)
    {
        var body = part.Body;
        if (name is null || body.Property(name) is not { } property)
        {
            return name is not null && body.HasRelation(name)
                ? NavigationPropertyException.Text(body.Entity.Name, name)
                : $"{body.Entity.Name} has no property \"{JsonColumn.Short(name)}\".";
        }

        if (body.PassedOver.Contains(property))
        {
            reader.Skip();
            return null;
        }

        if (!body.Accepted.Contains(property))
        {
            return NotAccepted(body, property);
        }

        if (part.Values.IsGiven(property.Ordinal))
        {
            return $"Property \"{name}\" is given more than once.";
        }

        // What was given wrongly is not missing besides.
        var problem = JsonColumn.Read(ref reader, property, out var value);
        part.Values.Give(property.Ordinal, value);
        return problem ?? WrongType(body.Entity, property, value);
    }

    /// <summary>What is wrong with a discriminator that names no type of its relation, so that every read of the relation would fail; null for other values.</summary>
    private static string? WrongType(EntityDefinition entity, PropertyDefinition property, object? value) =>
        value is string text && entity.Relations.Values.FirstOrDefault(relation => relation.Polymorphic?.Property == property.Name)?.Target is PolymorphicTarget several && !several.Discriminators.Contains(text, StringComparer.Ordinal)
            ? $"\"{JsonColumn.Short(text)}\" names no type of {several.Name}; the types are {string.Join(", ", several.Discriminators.Select(static type => $"\"{type}\""))}."
            : null;

    private static string NotAccepted(BodyDefinition body, PropertyDefinition property) =>
        body.Type == body.Entity.Type
            ? $"Property \"{property.JsonName}\" cannot be given{(property.Is(PropertyKinds.Generated | PropertyKinds.Computed | PropertyKinds.Concurrency) ? ": the database makes it" : "")}."
            : $"Property \"{property.JsonName}\" cannot be changed!";

    private void AddMissing(Part part)
    {
        foreach (var property in part.Body.Required)
        {
            if (!part.Values.IsGiven(property.Ordinal))
            {
                Add(part.PathOf(property.JsonName), $"Property \"{property.JsonName}\" must be given.");
            }
        }

        if (part.Body.IsPatch && problems.Count == 0 && !part.Body.Accepted.Any(property => part.Values.IsGiven(property.Ordinal)))
        {
            Add(part.Path, $"The patch assigns nothing; give at least one of {string.Join(", ", part.Body.Accepted.Select(static property => property.JsonName))}.");
        }
    }

    private void Add(string path, string problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(new(path, problem));
        }
    }

    /// <summary>An object that is read, and where it stands in the whole.</summary>
    private sealed class Part(BodyDefinition body, string path)
    {
        public BodyDefinition Body => body;

        public string Path => path;

        public GivenValues Values { get; } = new(body.Entity.Properties.Count);

        public bool IsGiven { get; set; }

        public string PathOf(string? name) => InputProblem.PathOf(path, JsonColumn.Short(name));
    }
}
