using System.Text;
using System.Text.Json;
using Relations.Tests.Models;

namespace Relations.Tests.Json;

/// <summary>Entities, patches and through data of JSON.</summary>
[TestFixture]
public sealed class JsonReadingTests
{
    [Test]
    public void Every_type_of_column_is_read()
    {
        var sample = Read<Sample>("""
            {"number":-1,"maybe":null,"big":9007199254740993,"name":"ä\n","text":null,"active":true,"answer":false,"mood":5,"otherMood":"cross","price":0.10,"rebate":1e2,"ratio":1.5,
             "at":"2025-03-03T09:30:00.125","moment":"2025-03-03T09:30:00+02:00","otherMoment":"2025-03-03T09:30:00Z","day":"2025-03-03","time":"09:30","length":"1.02:03:04",
             "token":"0b5e5b1c-6e62-4c2f-9a3f-0c6a3f6f5d11"}
            """);

        Assert.That((sample.Number, sample.Maybe, sample.Big, sample.Name, sample.Text), Is.EqualTo((-1, (int?)null, 9007199254740993L, "ä\n", (string?)null)));
        Assert.That((sample.Active, sample.Answer, sample.Mood, sample.OtherMood), Is.EqualTo((true, (bool?)false, Mood.Glad, (Mood?)Mood.Cross)));
        Assert.That((sample.Price, sample.Rebate, sample.Ratio), Is.EqualTo((0.10m, (decimal?)100m, 1.5)));
        Assert.That((sample.At, sample.Moment, sample.OtherMoment), Is.EqualTo((new DateTime(2025, 3, 3, 9, 30, 0, 125), new DateTimeOffset(2025, 3, 3, 9, 30, 0, TimeSpan.FromHours(2)), (DateTimeOffset?)new DateTimeOffset(2025, 3, 3, 9, 30, 0, TimeSpan.Zero))));
        Assert.That((sample.Day, sample.Time, sample.Length), Is.EqualTo((new DateOnly(2025, 3, 3), new TimeOnly(9, 30), new TimeSpan(1, 2, 3, 4))));
        Assert.That(sample.Token, Is.EqualTo(Guid.Parse("0b5e5b1c-6e62-4c2f-9a3f-0c6a3f6f5d11")));
    }

    [TestCase("""{"big":9223372036854775808}""", "/big")]
    [TestCase("""{"number":1.5}""", "/number")]
    [TestCase("""{"ratio":1e999}""", "/ratio")]
    [TestCase("""{"ratio":"NaN"}""", "/ratio")]
    [TestCase("""{"price":1e30}""", "/price")]
    [TestCase("""{"active":"true"}""", "/active")]
    [TestCase("""{"active":1}""", "/active")]
    [TestCase("""{"mood":"angry"}""", "/mood")]
    [TestCase("""{"mood":"5"}""", "/mood")]
    [TestCase("""{"mood":99999999999}""", "/mood")]
    [TestCase("""{"mood":null}""", "/mood")]
    [TestCase("""{"day":"03/03/2025"}""", "/day")]
    [TestCase("""{"day":"2025-02-30"}""", "/day")]
    [TestCase("""{"time":"25:00"}""", "/time")]
    [TestCase("""{"length":5}""", "/length")]
    [TestCase("""{"length":"5"}""", "/length")]
    [TestCase("""{"number":"1"}""", "/number")]
    [TestCase("""{"price":1234567890123456789012345678901}""", "/price")]
    [TestCase("""{"mood":"Calm,Glad"}""", "/mood")]
    [TestCase("""{"at":"yesterday"}""", "/at")]
    [TestCase("""{"at":1741000000}""", "/at")]
    [TestCase("""{"token":"x"}""", "/token")]
    [TestCase("""{"text":{}}""", "/text")]
    public void A_value_of_another_type_is_a_problem(string json, string path) =>
        Assert.That(Problems<Sample>(json), Is.EqualTo([path]));

    [Test]
    public void A_date_and_time_with_offset_is_stored_in_UTC_wherever_the_program_runs() =>
        Assert.That(Read<Sample>("""{"at":"2025-03-03T09:30:00+02:00"}""").At, Is.EqualTo(new DateTime(2025, 3, 3, 7, 30, 0, DateTimeKind.Utc)));

    [Test]
    public void A_moment_without_offset_is_UTC_wherever_the_program_runs() =>
        Assert.That(Read<Sample>("""{"moment":"2025-03-03T09:30:00"}""").Moment, Is.EqualTo(new DateTimeOffset(2025, 3, 3, 9, 30, 0, TimeSpan.Zero)));

    [Test]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.That(Read<Sample>("\uFEFF{\"number\":3}").Number, Is.EqualTo(3));

    [Test]
    public void What_is_not_given_has_the_models_own_initial_value() =>
        Assert.That((Read<Sample>("{}").Name, Read<Sample>("{}").Text), Is.EqualTo(("", (string?)null)));

    [Test]
    public void Records_are_made_by_their_constructor() =>
        Assert.That(Read<Song>("""{"bandId":3,"title":"x","length":null}"""), Is.EqualTo(new Song(0, 3, "x", null)));

    [Test]
    public void A_patch_assigns_just_what_is_given_null_included()
    {
        var patch = Read<SamplePatch>("""{"text":null,"number":0}""");

        Assert.That(SampleRepository.Definition.Properties.Where(property => IsAssigned(patch, property.Ordinal)).Select(static property => property.Name), Is.EquivalentTo(["Text", "Number"]));
    }

    [Test]
    public void Through_data_stands_beside_its_target()
    {
        var (patient, data) = RelationsJson.Read<Patient, DoctorPatientsThroughData>(RelationsModel.Definition, """{"name":"Luigi","throughData":{"at":"2025-03-03T09:30:00"}}"""u8);

        Assert.That((patient.Name, data.At), Is.EqualTo(("Luigi", new DateTime(2025, 3, 3, 9, 30, 0))));
    }

    [Test]
    public void A_text_that_is_longer_than_the_column_is_a_problem()
    {
        Assert.That(Read<Oddly>("""{"number":1,"name":"12345678901234567890"}""").Name, Has.Length.EqualTo(20));
        Assert.That(Problems<Oddly>("""{"number":1,"name":"123456789012345678901"}"""), Is.EqualTo(["/name"]));
    }

    [Test]
    public void A_key_that_the_database_does_not_make_is_given() =>
        Assert.That(Read<Oddly>("""{"number":7}""").Number, Is.EqualTo(7));

    [Test]
    public void A_type_that_is_no_body_is_the_callers_mistake() =>
        Assert.That(() => Read<string>("{}"), Throws.ArgumentException);

    [Test]
    public void Whatever_comes_there_is_no_other_error()
    {
        string[] pieces = ["{", "}", "[", "]", ",", ":", "{\"name\":", "\"number\":", ",\"at\":", ",\"id\":", "\"parts\"", "null", "true", "1", "-1.5e9", "\"x\"", "\"\\ud800\"", "\"\\u0000\"", " ", "\u00e4", "//", "{}", "}}"];
        var random = new Random(4711);
        var refused = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = "{\"text\":" + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])) + (random.Next(2) == 0 ? "}" : "");

            try
            {
                Read<Sample>(text);
            }
            catch (Exception error) when (error is JsonException or InvalidBodyException)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.InRange(10_000, 19_999));
    }

    private static bool IsAssigned(SamplePatch patch, int ordinal) => patch.IsAssigned(ordinal);

    private static T Read<T>(string json) where T : class => RelationsJson.Read<T>(RelationsModel.Definition, Encoding.UTF8.GetBytes(json));

    private static IEnumerable<string> Problems<T>(string json) where T : class
    {
        try
        {
            Read<T>(json);
            return [];
        }
        catch (InvalidBodyException error)
        {
            return error.Problems.Select(static problem => problem.Path);
        }
    }
}
