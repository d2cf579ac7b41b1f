using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Clinic;
using Relations.AotSmoke.Models;

namespace Relations.AotSmoke.Story;

/// <summary>Rows are written as JSON without what was not included, and read with all problems named.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = SmokeJson.Default.WithAddedModifier(RelationsJson.OmitUnloaded(RelationsModel.Definition)).WithAddedModifier(RelationsJson.NameTypes(RelationsModel.Definition)),
        Converters = { RelationsJson.StrongTypes(RelationsModel.Definition) },
    };

    public static string Of(List<Ward> wards) => JsonSerializer.Serialize(wards, (JsonTypeInfo<List<Ward>>)Options.GetTypeInfo(typeof(List<Ward>)));

    public static async Task TellAsync(Steps steps, Database db)
    {
        var doctors = await new DoctorRepository(db).Where(d => d.Id == 2).Include(d => d.Patients, p => p.Take(1)).ToListAsync();
        steps.Same(JsonSerializer.Serialize(doctors, (JsonTypeInfo<List<Doctor>>)Options.GetTypeInfo(typeof(List<Doctor>))), """[{"id":2,"name":"Link","patients":[{"pid":2,"name":"Peach","birthYear":1985}]}]""");

        var beds = (JsonTypeInfo<Dictionary<WardId, int>>)Options.GetTypeInfo(typeof(Dictionary<WardId, int>));
        var byWard = JsonSerializer.Serialize(new() { [new(3)] = 20 }, beds);
        steps.Same(byWard, """{"3":20}""");
        steps.Same(JsonSerializer.Deserialize(byWard, beds)![new(3)], 20);

        steps.Same(RelationsJson.Read<DoctorPatch>(RelationsModel.Definition, """{"name":"Mario"}"""u8).Name, "Mario");
        var (patient, appointment) = RelationsJson.Read<Patient, DoctorPatientsThroughData>(RelationsModel.Definition, """{"name":"Toad","birthYear":1990,"throughData":{"at":"2026-01-05T09:00:00"}}"""u8);
        steps.Same((patient.Name, patient.BirthYear, appointment.At), ("Toad", 1990, Doctors.Monday));
        steps.Same(RelationsJson.Read<Ward>(RelationsModel.Definition, """{"name":"West"}"""u8).Name, "West");
        var error = await steps.FailsAsync<InvalidBodyException>(() => Task.FromResult(RelationsJson.Read<Patient>(RelationsModel.Definition, """{"birthYear":"x","nmae":1}"""u8)));
        steps.Same(error.Problems.Count, 3);
    }
}
