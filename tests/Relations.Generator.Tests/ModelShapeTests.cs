using System.Collections;
using System.Reflection;
using Relations.Generator.Model;

namespace Relations.Generator.Tests;

/// <summary>Models hold plain data: anything of Roslyn's would defeat the cache or keep a compilation alive.</summary>
public sealed class ModelShapeTests
{
    private static IEnumerable<Type> Models =>
        typeof(EntityModel).Assembly.GetTypes().Where(static type => type.Namespace == typeof(EntityModel).Namespace && type is { IsNested: false, IsEnum: false } && !(type.IsAbstract && type.IsSealed));

    [TestCaseSource(nameof(Models))]
    public void Compares_by_value(Type model) =>
        Assert.That(typeof(IEquatable<>).MakeGenericType(model).IsAssignableFrom(model), Is.True);

    [TestCaseSource(nameof(Models))]
    public void Is_sealed(Type model) => Assert.That(model.IsSealed, Is.True);

    [TestCaseSource(nameof(Models))]
    public void Holds_plain_data(Type model)
    {
        if (model == typeof(EquatableArray<>))
        {
            return; // the one type that may hold an array
        }

        foreach (var field in model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            Assert.That(IsPlain(field.FieldType), Is.True, $"{model.Name}.{field.Name} is a {field.FieldType}");
        }
    }

    [Test]
    public void Arrays_of_equal_elements_are_equal()
    {
        var left = new EquatableArray<string>(["a", "b"]);
        var right = new EquatableArray<string>(["a", "b"]);

        Assert.Multiple(() =>
        {
            Assert.That(left.Equals(right), Is.True);
            Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()));
            Assert.That(left.Equals(new EquatableArray<string>(["a"])), Is.False);
            Assert.That(default(EquatableArray<string>).Equals(new EquatableArray<string>([])), Is.True);
        });
    }

    private static bool IsPlain(Type type) =>
        type == typeof(string) || type == typeof(int) || type == typeof(bool) || type.IsEnum
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) && IsPlain(type.GetGenericArguments()[0]))
        || (type.Namespace == typeof(EntityModel).Namespace && !typeof(IEnumerable).IsAssignableFrom(type));
}
