using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Relations.Tests.Models;

namespace Relations.Tests.Json;

/// <summary>Patches and through data as JSON: what was not assigned is left out.</summary>
[TestFixture]
public sealed class UnassignedValueTests
{
    private readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(RelationsJson.OmitUnloaded(RelationsModel.Definition)),
    };

    [Test]
    public void A_patch_is_written_and_read_as_what_it_assigns()
    {
        Assert.That(JsonSerializer.Serialize(new AppointmentPatch { Note = null, PatientId = 0 }, options), Is.EqualTo("""{"patientId":0,"note":null}"""));
        Assert.That(JsonSerializer.Serialize(new AppointmentPatch(), options), Is.EqualTo("{}"));
        var read = JsonSerializer.Deserialize<AppointmentPatch>("""{"note":"x"}""", options)!;
        Assert.That(JsonSerializer.Serialize(read, options), Is.EqualTo("""{"note":"x"}"""));
    }

    [Test]
    public void So_is_through_data() =>
        Assert.That(JsonSerializer.Serialize(new DoctorPatientsThroughData { At = new DateTime(2025, 3, 3) }, options), Is.EqualTo("""{"at":"2025-03-03T00:00:00"}"""));

    [Test]
    public void A_column_with_a_name_of_its_own_has_it_in_a_patch()
    {
        var text = JsonSerializer.Serialize(new EngagementPatch { Remark = "x" }, options);
        Assert.That(text, Is.EqualTo("""{"comment":"x"}"""));
        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<EngagementPatch>(text, options)!, options), Is.EqualTo(text));
    }
}
