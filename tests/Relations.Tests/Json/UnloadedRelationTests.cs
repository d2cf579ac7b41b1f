using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Relations.Tests.Models;

namespace Relations.Tests.Json;

/// <summary>Entities as JSON: a relation that was not included is left out, with every kind of contract.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class UnloadedRelationTests(bool isSourceGenerated)
{
    private readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = (isSourceGenerated ? EntityContracts.Default : (IJsonTypeInfoResolver)new DefaultJsonTypeInfoResolver()).WithAddedModifier(RelationsJson.OmitUnloaded(RelationsModel.Definition)),
    };

    [Test]
    public void Relations_that_were_not_included_are_left_out() =>
        Assert.That(Json(new Doctor { Id = 1, Name = "Mario" }), Is.EqualTo("""{"id":1,"name":"Mario"}"""));

    [Test]
    public void Included_relations_are_there_and_theirs_are_left_out_at_every_level()
    {
        var doctor = new Doctor { Id = 1, Name = "Mario" };
        var patient = new Patient { Pid = 2, Name = "Peach" };
        var appointment = new Appointment { Id = 3, DoctorId = 1, PatientId = 2, At = new DateTime(2025, 3, 3), Note = "x" };
        DoctorRepository.Definition.Fill(doctor, "patients", [patient]);
        DoctorRepository.Definition.Fill(doctor, "visits", [new Link<Patient, Appointment>(patient, appointment)]);

        var json = JsonSerializer.SerializeToElement(doctor, options);

        Assert.That(Names(json), Does.Contain("patients").And.Contain("visits").And.Not.Contain("licence"));
        Assert.That(Names(json.GetProperty("patients")[0]), Does.Contain("pid").And.Not.Contain("doctors"));
        var link = json.GetProperty("visits")[0];
        Assert.That(Names(link.GetProperty("target")), Does.Contain("pid").And.Not.Contain("doctors"));
        Assert.That(Names(link.GetProperty("through")), Does.Contain("at").And.Not.Contain("doctor").And.Not.Contain("patient"));
    }

    [Test]
    public void An_empty_relation_is_an_empty_list()
    {
        var doctor = new Doctor { Id = 1, Name = "Mario" };
        DoctorRepository.Definition.Fill<Patient>(doctor, "patients", []);

        Assert.That(Json(doctor), Is.EqualTo("""{"id":1,"name":"Mario","patients":[]}"""));
    }

    [Test]
    public void A_target_that_was_looked_for_in_vain_is_null()
    {
        var appointment = new Appointment { Id = 3, At = default };
        AppointmentRepository.Definition.Fill<Doctor>(appointment, "doctor", []);

        Assert.That(JsonSerializer.SerializeToElement(appointment, options).GetProperty("doctor").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void Lists_of_entities_are_written_likewise() =>
        Assert.That(Json(new List<Doctor> { new() { Id = 1, Name = "Mario" } }), Is.EqualTo("""[{"id":1,"name":"Mario"}]"""));

    [Test]
    public void A_relation_with_a_name_of_its_own_has_it_in_JSON()
    {
        var tree = new Tree { Id = 1 };
        TreeRepository.Definition.Fill<Tree>(tree, "offspring", []);

        Assert.That(Names(JsonSerializer.SerializeToElement(tree, options)), Does.Contain("offspring").And.Not.Contain("children"));
        Assert.That(Names(JsonSerializer.SerializeToElement(new Tree { Id = 1 }, options)), Does.Not.Contain("offspring").And.Not.Contain("children"));
    }

    [Test]
    public void Other_names_of_the_options_hold()
    {
        var pascal = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(RelationsJson.OmitUnloaded(RelationsModel.Definition)) };
        var snake = new JsonSerializerOptions(pascal) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper };

        Assert.That(JsonSerializer.Serialize(new Doctor { Id = 1, Name = "Mario" }, pascal), Is.EqualTo("""{"Id":1,"Name":"Mario"}"""));
        Assert.That(JsonSerializer.Serialize(new Doctor { Id = 1, Name = "Mario" }, snake), Is.EqualTo("""{"ID":1,"NAME":"Mario"}"""));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static member => member.Name);

    private string Json<T>(T value) => JsonSerializer.Serialize(value, options);
}
