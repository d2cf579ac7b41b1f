using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>How conditions are written in SQL.</summary>
public sealed class ConditionTextTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public void A_chain_stands_side_by_side()
    {
        Assert.That(Text(static s => s.Number == 1 || s.Number == 2 || s.Number == 3), Is.EqualTo("(Number = 1 OR Number = 2 OR Number = 3)"));
        Assert.That(Text(static s => s.Number > 1 && s.Number < 3 && s.Big == 2), Is.EqualTo("Number > 1 AND Number < 3 AND Big = 2"));
    }

    [Test]
    public void What_another_word_joins_stands_in_parentheses()
    {
        Assert.That(Text(static s => (s.Number == 1 || s.Number == 2) && (s.Big == 3 || s.Big == 4)), Is.EqualTo("(Number = 1 OR Number = 2) AND (Big = 3 OR Big = 4)"));
        Assert.That(Text(static s => s.Number == 1 && s.Big == 2 || s.Number == 3), Is.EqualTo("(Number = 1 AND Big = 2 OR Number = 3)"));
        Assert.That(Text(static s => !(s.Number == 1 && s.Big == 2)), Is.EqualTo("NOT (Number = 1 AND Big = 2)"));
    }

    [Test]
    public void Halves_of_a_long_chain_stand_in_parentheses()
    {
        var text = Text(static s => Enumerable.Range(0, 101).Select(number => s.Number != number).Aggregate(static (all, next) => all && next));
        Assert.That(text, Does.StartWith("(Number <> 0 AND ").And.Contain("Number <> 49) AND (Number <> 50").And.EndsWith("Number <> 100)"));
    }

    [Test]
    public void A_value_may_stand_on_either_side()
    {
        Assert.That(Text(static s => 1 < s.Number && 3 >= s.Number && 2 != s.Big && null == s.Text), Is.EqualTo("Number > 1 AND Number <= 3 AND Big <> 2 AND Text IS NULL"));
    }

    /// <summary>The condition, with values in the places of parameters, and columns by their names.</summary>
    private string Text(Func<SampleProperties, Condition> condition)
    {
        var sql = new SampleRepository(Db).Where(condition).ToSql();
        var lines = sql.Split("\n-- ");
        var text = lines[0].Split(" WHERE ")[1].Split(" ORDER BY ")[0].Replace("source.", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        foreach (var line in lines.Skip(1).Reverse())
        {
            var (place, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Trim());
            text = text.Replace("?" + place, value, StringComparison.Ordinal).Replace("$" + place, value, StringComparison.Ordinal);
        }

        return text;
    }
}
