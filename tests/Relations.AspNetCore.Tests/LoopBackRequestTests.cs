using System.Net;
using System.Text.Json.Nodes;

namespace Relations.AspNetCore.Tests;

/// <summary>The requests that LoopBack's documentation shows, and what comes back.</summary>
[TestFixture]
public sealed class LoopBackRequestTests : ClinicFixture
{
    [TestCase("/doctors?filter[include][]=patients")]
    [TestCase("/doctors?filter[include]=patients", TestName = "L106_An_include_need_not_be_a_list")]
    [TestCase("/doctors?filter[include][0][relation]=patients")]
    [TestCase("/doctors?filter={\"include\":[\"patients\"]}")]
    [TestCase("/doctors?filter=%7B%22include%22%3A%5B%7B%22relation%22%3A%22patients%22%7D%5D%7D")]
    public async Task L105_The_filter_includes_in_every_form(string address)
    {
        var (status, body) = await GetAsync(address);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Names(body), Is.EqualTo(["Mario", "Link", "Toad"]));
        Assert.That(body!.AsArray().Select(static doctor => string.Join(",", Names(doctor!["patients"]))), Is.EqualTo(["Luigi,Peach", "Peach,Zelda", ""]));
    }

    [Test]
    public async Task L105_A_scope_limits_for_each_doctor()
    {
        var (_, body) = await GetAsync("/doctors?filter[include][0][relation]=patients&filter[include][0][scope][limit]=1&filter[include][0][scope][order]=name DESC&filter[order]=name");

        Assert.That(body!.AsArray().Select(static doctor => $"{doctor!["name"]}: {string.Join(",", Names(doctor["patients"]))}"), Is.EqualTo(["Link: Zelda", "Mario: Peach", "Toad: "]));
    }

    [Test]
    public async Task L109_110_Includes_nest_in_both_forms()
    {
        var (_, json) = await GetAsync("/doctors?filter={\"where\":{\"id\":1},\"include\":[{\"relation\":\"patients\",\"scope\":{\"include\":[{\"relation\":\"doctors\"}]}}]}");
        var (_, brackets) = await GetAsync("/doctors?filter[where][id]=1&filter[include][0][relation]=patients&filter[include][0][scope][include][0][relation]=doctors");

        Assert.That(JsonNode.DeepEquals(json, brackets), Is.True);
        Assert.That(json![0]!["patients"]!.AsArray().Select(static patient => string.Join(",", Names(patient!["doctors"]))), Is.EqualTo(["Mario", "Mario,Link"]));
    }

    [Test]
    public async Task Parents_are_found_by_their_related_rows()
    {
        var (_, body) = await GetAsync("/doctors?filter={\"where\":{\"patients\":{\"some\":{\"name\":\"Zelda\"}}}}");

        Assert.That(Names(body), Is.EqualTo(["Link"]));
    }

    [Test]
    public async Task Relations_that_were_not_included_are_left_out()
    {
        var (_, body) = await GetAsync("/doctors/1");

        Assert.That(body!.ToJsonString(), Is.EqualTo("""{"id":1,"name":"Mario"}"""));
    }

    [Test]
    public async Task Links_carry_their_through_row_whose_relations_are_left_out_too()
    {
        var (_, body) = await GetAsync("/doctors/1?filter[include][]=visits");

        Assert.That(body!["visits"]![0]!.ToJsonString(), Is.EqualTo("""{"target":{"pid":1,"name":"Luigi","birthYear":1983},"through":{"id":1,"doctorId":1,"patientId":1,"at":"2025-03-03T09:30:00","note":"first"}}"""));
    }

    [Test]
    public async Task A_doctor_is_created()
    {
        using var response = await RespondAsync(HttpMethod.Post, "/doctors", """{"name":"Yoshi"}""");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo("/doctors/4"));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"id":4,"name":"Yoshi"}"""));
        Assert.That((await Doctors.FindByIdAsync(4)).Name, Is.EqualTo("Yoshi"));
    }

    [Test]
    public async Task L024_A_patient_of_a_doctor_is_created_with_the_data_of_its_link()
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "/doctors/3/patients", """{"throughData":{"at":"2025-04-01T10:00:00","note":"new"},"name":"Daisy","birthYear":1989}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(body!.ToJsonString(), Is.EqualTo("""{"pid":4,"name":"Daisy","birthYear":1989}"""));
        var link = await Appointments.Where(a => a.DoctorId == 3).SingleAsync();
        Assert.That((link.PatientId, link.At, link.Note), Is.EqualTo((4, new DateTime(2025, 4, 1, 10, 0, 0), "new")));
    }

    [Test]
    public async Task L037_The_patients_of_a_doctor_are_found_and_a_filter_never_widens_them()
    {
        var (_, all) = await GetAsync("/doctors/1/patients");
        var (_, some) = await GetAsync("/doctors/1/patients?filter={\"where\":{\"or\":[{\"name\":\"Peach\"},{\"name\":\"Zelda\"}]}}");

        Assert.That(Names(all), Is.EqualTo(["Luigi", "Peach"]));
        Assert.That(Names(some), Is.EqualTo(["Peach"]));
    }

    [Test]
    public async Task L048_A_patch_changes_the_patients_of_the_doctor_that_meet_the_conditions()
    {
        var (status, body) = await SendAsync(HttpMethod.Patch, "/doctors/1/patients?where[name]=Peach", """{"birthYear":2000}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(body!.ToJsonString(), Is.EqualTo("""{"count":1}"""));
        Assert.That((await Patients.ToListAsync()).Select(static patient => patient.BirthYear), Is.EqualTo([1983, 2000, 1986]));
    }

    [Test]
    public async Task L049_A_patch_without_conditions_changes_all_patients_of_the_doctor_and_nobody_elses()
    {
        var (_, body) = await SendAsync(HttpMethod.Patch, "/doctors/1/patients", """{"name":"Patient"}""");

        Assert.That((int)body!["count"]!, Is.EqualTo(2));
        Assert.That((await Patients.ToListAsync()).Select(static patient => patient.Name), Is.EqualTo(["Patient", "Patient", "Zelda"]));
        Assert.That(await Appointments.CountAsync(), Is.EqualTo(4));
    }

    [TestCase("?where={\"name\":\"Peach\"}", 1, new[] { "Luigi", "Zelda" })]
    [TestCase("?where[name]=Zelda", 0, new[] { "Luigi", "Peach", "Zelda" })]
    [TestCase("?Where[name]=Peach", 1, new[] { "Luigi", "Zelda" })]
    [TestCase("", 2, new[] { "Zelda" })]
    public async Task L054_Patients_of_the_doctor_are_deleted_with_all_their_links(string query, int count, string[] left)
    {
        var (_, body) = await SendAsync(HttpMethod.Delete, "/doctors/1/patients" + query);

        Assert.That((int)body!["count"]!, Is.EqualTo(count));
        Assert.That((await Patients.ToListAsync()).Select(static patient => patient.Name), Is.EqualTo(left));
        Assert.That(await Appointments.Where(a => !a.Patient.Any()).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task L062_A_patient_is_linked_with_data()
    {
        var (status, _) = await SendAsync(HttpMethod.Put, "/doctors/3/patients/2", """{"at":"2025-05-05T08:00:00Z"}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Doctors.Patients(3).ToListAsync()).Select(static patient => patient.Name), Is.EqualTo(["Peach"]));
    }

    [Test]
    public async Task L068_A_patient_is_unlinked_and_stays()
    {
        var (_, body) = await SendAsync(HttpMethod.Delete, "/doctors/1/patients/2");
        var (_, again) = await SendAsync(HttpMethod.Delete, "/doctors/1/patients/2");

        Assert.That(((int)body!["count"]!, (int)again!["count"]!), Is.EqualTo((1, 0)));
        Assert.That(await Patients.CountAsync(), Is.EqualTo(3));
    }

    private static IEnumerable<string> Names(JsonNode? list) => list!.AsArray().Select(static item => (string)item!["name"]!);
}
