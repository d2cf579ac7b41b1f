using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Relations.Definitions.Json;

/// <summary>Lets the targets of polymorphic relations be written as what they are, each with the name of its type.</summary>
internal static class NamedTypes
{
    public static void Name(JsonTypeInfo contract, ModelDefinition model)
    {
        var types = TypesOf(model, contract.Type);
        if (types.Count == 0)
        {
            return;
        }

        // What is none of the types is written as before, as the type that all have in common.
        var options = new JsonPolymorphismOptions { UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType };
        foreach (var (type, discriminator) in types)
        {
            options.DerivedTypes.Add(new(type, discriminator));
        }

        contract.PolymorphismOptions = options;
    }

    /// <summary>What relations lead to that have targets of several types, which all are of this type; each with its discriminator.</summary>
    private static Dictionary<Type, string> TypesOf(ModelDefinition model, Type shared)
    {
        var types = new Dictionary<Type, string>();
        foreach (var target in model.Entities.SelectMany(static entity => entity.Relations.Values).Select(static relation => relation.Target).OfType<PolymorphicTarget>())
        {
            for (var place = 0; target.Type == shared && place < target.Types.Count; place++)
            {
                types.TryAdd(target.Types[place].Type, target.Discriminators[place]);
            }
        }

        return types;
    }
}
