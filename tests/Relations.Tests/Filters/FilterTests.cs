using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Filters;

/// <summary>LoopBack's behaviours of filters.</summary>
public sealed class FilterTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [TestCase("""{}""", "Mario, Link, Toad")]
    [TestCase("""{"where":{"name":"Mario"}}""", "Mario")]
    [TestCase("""{"where":{"name":{"eq":"Mario"}}}""", "Mario")]
    [TestCase("""{"where":{"name":{"neq":"Mario"}}}""", "Link, Toad")]
    [TestCase("""{"where":{"id":{"gt":1,"lte":2}}}""", "Link")]
    [TestCase("""{"where":{"id":{"gte":2}}}""", "Link, Toad")]
    [TestCase("""{"where":{"id":{"lt":2}}}""", "Mario")]
    [TestCase("""{"where":{"id":"2"}}""", "Link")]
    [TestCase("""{"where":{"id":{"inq":[1,3,7]}}}""", "Mario, Toad")]
    [TestCase("""{"where":{"id":{"inq":[]}}}""", "")]
    [TestCase("""{"where":{"id":{"nin":[1,3,7]}}}""", "Link")]
    [TestCase("""{"where":{"id":{"nin":[]}}}""", "Mario, Link, Toad")]
    [TestCase("""{"where":{"id":{"between":[2,9]}}}""", "Link, Toad")]
    [TestCase("""{"where":{"name":{"like":"%a%"}}}""", "Mario, Toad")]
    [TestCase("""{"where":{"name":{"like":"m%"}}}""", "")]
    [TestCase("""{"where":{"name":{"nlike":"%a%"}}}""", "Link")]
    [TestCase("""{"where":{"name":{"ilike":"m%"}}}""", "Mario")]
    [TestCase("""{"where":{"name":{"nilike":"M%"}}}""", "Link, Toad")]
    [TestCase("""{"where":{"name":{"exists":true}}}""", "Mario, Link, Toad")]
    [TestCase("""{"where":{"name":{"exists":false}}}""", "")]
    [TestCase("""{"where":{"name":null}}""", "")]
    [TestCase("""{"where":{"name":{"neq":null}}}""", "Mario, Link, Toad")]
    [TestCase("""{"where":{"or":[{"name":"Mario"},{"id":3}]}}""", "Mario, Toad")]
    [TestCase("""{"where":{"and":[{"name":"Mario"},{"id":3}]}}""", "")]
    [TestCase("""{"where":{"or":[{"name":"Mario"},{"id":3}],"id":3}}""", "Toad")]
    [TestCase("""{"where":{"or":[{"and":[{"id":1},{"name":"Mario"}]},{"id":2,"name":"Toad"}]}}""", "Mario")]
    [TestCase("""{"order":"name"}""", "Link, Mario, Toad")]
    [TestCase("""{"order":"name DESC"}""", "Toad, Mario, Link")]
    [TestCase("""{"order":["name asc"]}""", "Link, Mario, Toad")]
    [TestCase("""{"order":"name ASC, id DESC"}""", "Link, Mario, Toad")]
    [TestCase("""{"order":["id DESC","id ASC"],"limit":2}""", "Toad, Link")]
    [TestCase("""{"skip":1}""", "Link, Toad")]
    [TestCase("""{"offset":1,"limit":1}""", "Link")]
    [TestCase("""{"limit":"2"}""", "Mario, Link")]
    public async Task L105_A_filter_finds_what_it_describes(string json, string names) =>
        Assert.That(string.Join(", ", Names(await Doctors.FindAsync(Filter<Doctor>.Parse(json)))), Is.EqualTo(names));

    [TestCase("""{"where":{"patients":{"some":{"name":"Zelda"}}}}""", "Link")]
    [TestCase("""{"where":{"patients":{"some":{}}}}""", "Mario, Link")]
    [TestCase("""{"where":{"patients":{"none":{}}}}""", "Toad")]
    [TestCase("""{"where":{"patients":{"none":{"name":"Zelda"}}}}""", "Mario, Toad")]
    [TestCase("""{"where":{"patients":{"every":{"birthYear":{"gt":1984}}}}}""", "Link, Toad")]
    [TestCase("""{"where":{"patients":{"some":{"name":"Luigi"},"none":{"name":"Zelda"}}}}""", "Mario")]
    [TestCase("""{"where":{"patients":{"some":{"through":{"note":"first"}}}}}""", "Mario")]
    [TestCase("""{"where":{"patients":{"some":{"name":"Peach","through":{"note":"first"}}}}}""", "")]
    [TestCase("""{"where":{"patients":{"some":{"or":[{"name":"Zelda"},{"through":{"note":"again"}}]}}}}""", "Mario, Link")]
    [TestCase("""{"where":{"patients":{"some":{"doctors":{"some":{"name":"Link"}}}}}}""", "Mario, Link")]
    [TestCase("""{"where":{"visits":{"every":{"through":{"note":null}}}}}""", "Link, Toad")]
    [TestCase("""{"where":{"licence":{"none":{}},"or":[{"id":3},{"patients":{"some":{"pid":1}}}]}}""", "Mario, Toad")]
    public async Task L105_A_filter_finds_parents_by_what_they_are_related_to(string json, string names) =>
        Assert.That(string.Join(", ", Names(await Doctors.FindAsync(Filter<Doctor>.Parse(json)))), Is.EqualTo(names));

    [TestCase("""{"include":"patients"}""")]
    [TestCase("""{"include":["patients"]}""")]
    [TestCase("""{"include":{"relation":"patients"}}""")]
    [TestCase("""{"include":[{"relation":"patients","scope":{}}]}""")]
    public async Task L105_An_inclusion_can_be_written_in_every_way(string json)
    {
        using var log = Test.Record();

        var doctors = await Doctors.FindAsync(Filter<Doctor>.Parse(json));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(doctors[0].Patients), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(doctors[2].Patients, Is.Empty);
            Assert.That(log.Rows, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public void Every_problem_of_a_to_one_inclusions_scope_is_named()
    {
        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await Appointments.FindAsync(Filter<Appointment>.Parse("""
            {"include": [{"relation": "doctor", "scope": {"order": "name", "limit": 1, "skip": 2}}]}
            """)));

        Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo(["/include/0/scope/order", "/include/0/scope/limit", "/include/0/scope/skip"]));
    }

    [Test]
    public async Task L109_110_Scopes_nest()
    {
        var doctors = await Doctors.FindAsync(Filter<Doctor>.Parse("""
            {
                "where": { "id": 1 },
                "include": [
                    "licence",
                    { "relation": "visits", "scope": { "where": { "through": { "note": { "exists": true } } }, "order": "through.at DESC" } },
                    {
                        "relation": "patients",
                        "scope": {
                            "order": "name DESC",
                            "limit": 1,
                            "fields": ["name"],
                            "include": { "relation": "doctors", "scope": { "include": [{ "relation": "patients", "scope": { "skip": 1 } }] } }
                        }
                    }
                ]
            }
            """));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors[0].Licence, Is.Null);
            Assert.That(doctors[0].Visits.Select(static visit => visit.Through.Note), Is.EqualTo(["again", "first"]));
            Assert.That(Names(doctors[0].Patients), Is.EqualTo(["Peach"]));
            Assert.That(doctors[0].Patients[0].BirthYear, Is.Zero);
            Assert.That(Names(doctors[0].Patients[0].Doctors), Is.EqualTo(["Mario", "Link"]));
            Assert.That(Names(doctors[0].Patients[0].Doctors[1].Patients), Is.EqualTo(["Zelda"]));
        }
    }

    [TestCase("""{"fields":["name"]}""", 0, "Luigi", 0)]
    [TestCase("""{"fields":"name"}""", 0, "Luigi", 0)]
    [TestCase("""{"fields":{"name":true,"birthYear":false}}""", 0, "Luigi", 0)]
    [TestCase("""{"fields":{"name":false}}""", 1, null, 1983)]
    [TestCase("""{"fields":{}}""", 1, "Luigi", 1983)]
    [TestCase("""{"fields":[]}""", 1, "Luigi", 1983)]
    public async Task L105_Fields_are_named_in_a_list_or_an_object(string json, int pid, string? name, int birthYear)
    {
        var patient = (await Patients.FindAsync(Filter<Patient>.Parse(json)))[0];

        Assert.That((patient.Pid, patient.Name, patient.BirthYear), Is.EqualTo((pid, name, birthYear)));
    }

    [Test]
    public async Task L037_A_filter_never_widens_a_relation()
    {
        var patients = Doctors.Patients(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(await patients.FindAsync(Filter<Patient>.Parse("""{"where":{"or":[{"name":"Zelda"},{"birthYear":{"gt":0}}]}}"""))), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(Names(await patients.FindAsync(Filter<Patient>.Parse("""{"where":{"through":{"note":"first"}}}"""))), Is.EqualTo(["Luigi"]));
            Assert.That(Names(await patients.FindAsync(Filter<Patient>.Parse("""{"order":"through.at"}"""))), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(Names(await patients.FindAsync(Filter<Patient>.Parse("""{"order":"through.at DESC","include":["doctors"]}"""))), Is.EqualTo(["Peach", "Luigi"]));
            Assert.That(Names(await patients.Where(p => p.Pid == 2).FindAsync(Filter<Patient>.Parse("""{"where":{"or":[{"pid":1},{"pid":2}]}}"""))), Is.EqualTo(["Peach"]));
            Assert.That(await patients.Apply(Filter<Patient>.Parse("""{"where":{"name":"Peach"}}""")).CountAsync(), Is.EqualTo(1));
            Assert.That(await patients.Apply(Filter<Patient>.Parse("""{"where":{"name":"Peach"}}""")).Links().CountAsync(), Is.EqualTo(2));
            Assert.That(await new PatientRepository(Db).Appointments(2).FindAsync(Filter<Appointment>.Parse("""{"where":{"or":[{"id":1},{"id":2}]}}""")), Has.Count.EqualTo(1));
            Assert.That(await Appointments.Doctor(1).FindAsync(Filter<Doctor>.Parse("""{"include":["patients"]}""")), Has.Property("Name").EqualTo("Mario"));
            Assert.That(await Appointments.Doctor(1).FindAsync(Filter<Doctor>.Parse("""{"where":{"name":"Link"}}""")), Is.Null);
        }
    }

    [TestCase("?filter[include]=patients")]
    [TestCase("filter[include][]=patients&page=3")]
    [TestCase("?other=1&filter%5Binclude%5D%5B0%5D=patients")]
    [TestCase("?filter[include][0][relation]=patients")]
    [TestCase("?filter[include][relation]=patients")]
    [TestCase("?filter={%22include%22:[%22patients%22]}")]
    public async Task L106_A_query_string_includes_in_every_way(string query) =>
        Assert.That(Names((await Doctors.FindAsync(Filter<Doctor>.ParseQueryString(query)))[0].Patients), Is.EqualTo(["Luigi", "Peach"]));

    [TestCase("", "Mario, Link, Toad")]
    [TestCase("?filter=", "Mario, Link, Toad")]
    [TestCase("?filters[limit]=1&filter_=x", "Mario, Link, Toad")]
    [TestCase("?filter[where][name]=Mario", "Mario")]
    [TestCase("?filter[where][id][gt]=1&filter[where][id][lt]=3", "Link")]
    [TestCase("?filter[where][id][inq][]=1&filter[where][id][inq][]=3", "Mario, Toad")]
    [TestCase("?filter[where][id][inq]=1&filter[where][id][inq]=3", "Mario, Toad")]
    [TestCase("?filter[where][id][between][1]=3&filter[where][id][between][0]=2", "Link, Toad")]
    [TestCase("?filter[where][or][0][name]=Mario&filter[where][or][1][id]=3", "Mario, Toad")]
    [TestCase("?filter[where][patients][some][through][note]=first", "Mario")]
    [TestCase("?filter[where][name][exists]=false", "")]
    [TestCase("?filter[order][0]=name%20DESC&filter[limit]=2", "Toad, Mario")]
    [TestCase("?filter[order]=name+DESC&filter[skip]=1", "Mario, Link")]
    [TestCase("?filter={\"where\":{\"name\":\"M%61rio\"}}", "Mario")]
    public async Task L105_Brackets_say_what_JSON_says(string query, string names)
    {
        var filter = Filter<Doctor>.ParseQueryString(query);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(", ", Names(await Doctors.FindAsync(filter))), Is.EqualTo(names));
            Assert.That(string.Join(", ", Names(await Doctors.FindAsync(Filter<Doctor>.Parse(filter.ToJson())))), Is.EqualTo(names));
        }
    }

    [TestCase("""{"limit":5}""", "2, 3")]
    [TestCase("""{"limit":1}""", "2")]
    [TestCase("""{"skip":1}""", "3")]
    [TestCase("""{"skip":1,"limit":5}""", "3")]
    [TestCase("""{"skip":5}""", "")]
    [TestCase("""{"skip":2147483647,"limit":2147483647}""", "")]
    public async Task L037_A_filters_page_is_counted_within_the_querys(string json, string ids) =>
        Assert.That(string.Join(", ", (await Patients.Skip(1).Take(2).FindAsync(Filter<Patient>.Parse(json))).Select(static patient => patient.Pid)), Is.EqualTo(ids));

    [Test]
    public async Task L037_A_filter_asks_only_for_columns_of_the_query()
    {
        var query = Patients.Fields(p => p.Pid, p => p.Name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await query.FindAsync(Filter<Patient>.Parse("""{"fields":["name","birthYear"]}""")))[0], Has.Property("BirthYear").Zero.And.Property("Name").EqualTo("Luigi"));
            Assert.That(async () => await query.FindAsync(Filter<Patient>.Parse("""{"fields":["birthYear"]}""")), Throws.TypeOf<InvalidFilterException>());
        }
    }

    [Test]
    public void L091_Unknown_inclusions_are_reported_with_LoopBacks_text_before_any_statement()
    {
        using var log = Test.Record();

        var error = Assert.ThrowsAsync<InvalidInclusionException>(async () => await Doctors.FindAsync(Filter<Doctor>.Parse(
            """{"include":["foo",{"relation":"bar","scope":{"limit":1}},{"relation":"patients","scope":{"include":["baz"]}}]}""")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("""Invalid "filter.include" entries: "foo"; {"relation":"bar","scope":{"limit":1}}; "baz" """.TrimEnd()));
            Assert.That(error.Code, Is.EqualTo("INVALID_INCLUSION_FILTER"));
            Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo(new[] { "/include/0", "/include/1", "/include/2/scope/include/0" }));
            Assert.That(error.Problems[0].Message, Does.Contain("\"foo\""));
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public void L091_A_disabled_inclusion_is_as_impossible_as_an_unknown_one()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");

        Assert.That(async () => await doctors.FindAsync(Filter<Doctor>.Parse("""{"include":["patients"]}""")), Throws.TypeOf<InvalidInclusionException>().With.Message.Contains("\"patients\""));
    }

    [Test]
    public void L107_108_All_problems_come_together_before_any_statement()
    {
        using var log = Test.Record();

        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await Patients.FindAsync(Filter<Patient>.Parse("""
            {
                "where": { "birthYear": { "gt": "abc" }, "nmae": "x", "or": [{ "pid": 99999999999 }, { "doctors": "x" }], "doctors": { "some": { "nmae": "x", "through": { "at": "noon" } } } },
                "order": ["nmae DESC"],
                "fields": ["doctors"],
                "include": ["foo", "doctors", { "relation": "doctors" }]
            }
            """)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Problems.Select(static problem => problem.ToString()), Is.EqualTo(
            [
                """/where/birthYear/gt: expected an integer, got "abc" """.TrimEnd(),
                """/where/nmae: unknown property of Patient "nmae"; did you mean "name"?""",
                """/where/or/0/pid: expected an integer from -2147483648 to 2147483647, got 99999999999""",
                """/where/or/1/doctors: "doctors" is a relation; use some, none or every""",
                """/where/doctors/some/nmae: unknown property of Doctor "nmae"; did you mean "name"?""",
                """/where/doctors/some/through/at: expected a date and time such as "2025-03-01T09:30:00", got "noon" """.TrimEnd(),
                """/fields/0: unknown property of Patient "doctors"; known: "pid", "name", "birthYear" """.TrimEnd(),
                """/order/0: unknown property of Patient "nmae"; did you mean "name"?""",
                """/include/2: "doctors" is included twice; include it once, with one scope""",
                """/include/0: unknown relation of Patient "foo"; known: "doctors", "appointments" """.TrimEnd(),
            ]));
            Assert.That(error.Message, Does.StartWith("Invalid filter: /where/birthYear/gt: expected an integer"));
            Assert.That(error.Code, Is.EqualTo("INVALID_PARAMETER_VALUE"));
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public void L098_A_relation_that_is_listed_twice_is_no_valid_filter() =>
        Assert.That(async () => await Doctors.FindAsync(Filter<Doctor>.Parse("""{"include":["patients","visits","patients"]}""")), Throws.TypeOf<InvalidFilterException>());

    [TestCase("""{"where":{"id":{"regexp":"^M"}}}""", "/where/id/regexp")]
    [TestCase("""{"where":{"id":{"like":"M%"}}}""", "/where/id/like")]
    [TestCase("""{"where":{"through":{"at":null}}}""", "/where/through")]
    [TestCase("""{"where":{"licence":{"some":{"through":{"at":null}}}}}""", "/where/licence/some/through")]
    [TestCase("""{"where":{"patients":{"some":{"through":{"through":{"at":null}}}}}}""", "/where/patients/some/through/through")]
    [TestCase("""{"where":{"name":5}}""", "/where/name")]
    [TestCase("""{"where":{"name":{"inq":["a",null,true]}}}""", "/where/name/inq/2")]
    [TestCase("""{"where":{"name":{"some":{}}}}""", "/where/name")]
    [TestCase("""{"where":{"patients":"x"}}""", "/where/patients")]
    [TestCase("""{"where":{"Name":"x"}}""", "/where/Name")]
    [TestCase("""{"order":"through.at"}""", "/order")]
    [TestCase("""{"include":[{"relation":"licence","scope":{"limit":1}}]}""", "/include/0/scope/limit")]
    [TestCase("""{"fields":{"id":false,"name":false}}""", "/fields")]
    public void L107_What_the_definitions_contradict_is_a_problem(string json, string path)
    {
        var filter = Filter<Doctor>.Parse(json);

        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await Doctors.FindAsync(filter));

        Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo([path]), error.Message);
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It has no regular expressions, and ignores the case of ASCII letters alone.")]
    public async Task PostgreSQL_ignores_the_case_of_all_letters_and_knows_regular_expressions()
    {
        await Doctors.CreateAsync(new() { Name = "Éric (100%_)" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await NamesAsync("""{"where":{"name":{"ilike":"éRIC%"}}}"""), Is.EqualTo("Éric (100%_)"));
            Assert.That(await NamesAsync("""{"where":{"name":{"nilike":"É%"}}}"""), Is.EqualTo("Mario, Link, Toad"));
            Assert.That(await NamesAsync("""{"where":{"name":{"regexp":"/^(é|m)/i"}}}"""), Is.EqualTo("Mario, Éric (100%_)"));
            Assert.That(await NamesAsync("""{"where":{"name":{"regexp":"^(é|M)"}}}"""), Is.EqualTo("Mario"));
            Assert.That(await Doctors.Where(d => d.Name.Contains("RIC (100%_", ignoreCase: true)).CountAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Where(d => d.Name.EndsWith("X_)", ignoreCase: true)).CountAsync(), Is.Zero);
        }

        async Task<string> NamesAsync(string json) => string.Join(", ", (await Doctors.FindAsync(Filter<Doctor>.Parse(json))).Select(static doctor => doctor.Name));
    }

    [TestCase(null, """{"include":["patients"]}""", "Mario: Luigi, Peach. Link: Peach, Zelda. Toad: ")]
    [TestCase(2, """{"include":["patients"]}""", "Mario: Luigi, Peach. Link: Peach, Zelda")]
    [TestCase(2, """{"include":[{"relation":"patients","scope":{"order":"name DESC"}}],"skip":1}""", "Link: Zelda, Peach. Toad: ")]
    [TestCase(2, """{"include":[{"relation":"patients","scope":{"limit":1,"order":"name DESC"}}],"limit":1}""", "Mario: Peach")]
    [TestCase(1, """{"include":["patients"],"order":"name"}""", "Link: Peach")]
    [TestCase(100, """{"include":["patients"],"limit":100}""", "Mario: Luigi, Peach. Link: Peach, Zelda. Toad: ")]
    public async Task The_greatest_number_of_rows_bounds_each_list(int? rows, string json, string expected)
    {
        var filter = Filter<Doctor>.Parse(json, FilterLimits.Default with { Rows = rows });

        var found = await Doctors.FindAsync(filter);

        Assert.That(string.Join(". ", found.Select(static doctor => $"{doctor.Name}: {string.Join(", ", doctor.Patients.Select(static patient => patient.Name))}")), Is.EqualTo(expected));
    }

    [Test]
    public async Task The_greatest_number_of_rows_leaves_relations_to_one_and_conditions_alone()
    {
        var limits = FilterLimits.Default with { Rows = 2 };

        using (Assert.EnterMultipleScope())
        {
            var found = await Appointments.FindAsync(Filter<Appointment>.Parse("""{"include":["doctor"],"order":"id"}""", limits));
            Assert.That(found.Select(static appointment => appointment.Doctor!.Name), Is.EqualTo(["Mario", "Mario"]));
            Assert.That((await Appointments.Doctor(1).FindAsync(Filter<Doctor>.Parse("""{"include":["patients"]}""", limits)))!.Patients, Has.Count.EqualTo(2));
            Assert.That(await Doctors.Take(1).Apply(Filter<Doctor>.Parse("{}", limits)).ToListAsync(), Has.Count.EqualTo(1), "a query's own page stays");
            Assert.That(await Appointments.Apply(Filter<Appointment>.Parse("{}", limits)).CountAsync(), Is.EqualTo(2));
            Assert.That(await Appointments.Apply(Filter<Appointment>.ParseWhereQueryString("where[doctorId]=1", limits)).DeleteAsync(), Is.EqualTo(3));
            Assert.That(await Doctors.Patients(2).FindAsync(Filter<Patient>.ParseQueryString("filter[order]=name", limits)), Has.Count.EqualTo(2));
        }
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It has no regular expressions.")]
    public async Task A_regular_expression_that_PostgreSQL_does_not_take_is_no_valid_filter([Values("[", "(", "a**", "\\\\1")] string written)
    {
        await Doctors.CreateAsync(new() { Name = "Eric" });
        var where = "{\"name\":{\"regexp\":\"" + written + "\"}}";
        var filter = Filter<Doctor>.Parse("{\"where\":" + where + "}");
        var nested = Filter<Doctor>.Parse("{\"include\":[{\"relation\":\"patients\",\"scope\":{\"where\":" + where + "}}]}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Doctors.FindAsync(filter), Throws.TypeOf<InvalidFilterException>().With.Message.Contains("is not valid").And.Property(nameof(InvalidFilterException.Problems)).Count.EqualTo(1));
            Assert.That(async () => await Doctors.FindAsync(nested), Throws.TypeOf<InvalidFilterException>().With.Message.Contains("is not valid"));
        }
    }

    [Test]
    public void JSON_sets_what_it_need_not_show_and_not_what_it_only_shows()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RelationsJson.Read<Account>(RelationsModel.Definition, """{"name":"Mario","pin":"word"}"""u8).Pin, Is.EqualTo("word"));
            Assert.That(() => RelationsJson.Read<Account>(RelationsModel.Definition, """{"name":"Mario","isAdmin":true}"""u8), Throws.TypeOf<InvalidBodyException>().With.Message.Contains("\"isAdmin\" cannot be given"));
            Assert.That(() => RelationsJson.Read<AccountPatch>(RelationsModel.Definition, """{"isAdmin":true}"""u8), Throws.TypeOf<InvalidBodyException>().With.Message.Contains("\"isAdmin\" cannot be changed"));
        }
    }

    [Test]
    public async Task What_is_not_filterable_is_as_unknown_as_what_does_not_exist()
    {
        var accounts = new AccountRepository(Db);
        await accounts.CreateAsync(new() { Name = "Mario", PasswordHash = "hash" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Problem("""{"where":{"passwordHash":{"like":"h%"}}}"""), Is.EqualTo("""/where/passwordHash: unknown property of Account "passwordHash"; known: "id", "name", "isAdmin" """.TrimEnd()));
            Assert.That(Problem("""{"where":{"passwordHash":{"gt":"h"}}}""").Replace("passwordHash", "passwordHush", StringComparison.Ordinal), Is.EqualTo(Problem("""{"where":{"passwordHush":{"gt":"h"}}}""")));
            Assert.That(Problem("""{"where":{"hint":"h"}}"""), Does.StartWith("/where/hint: unknown property"), "JSON never shows it");
            Assert.That(Problem("""{"where":{"pin":{"like":"h%"}}}"""), Does.StartWith("/where/pin: unknown property"), "JSON sets it, and never shows it");
            Assert.That(Problem("""{"where":{"clues":{"some":{"word":"x"}}}}"""), Does.StartWith("/where/clues: unknown relation"), "JSON never shows it");
            Assert.That(await accounts.FindAsync(Filter<Account>.Parse("""{"where":{"isAdmin":false}}""")), Has.Count.EqualTo(1), "JSON shows it");
            Assert.That(Problem("""{"order":"passwordHash"}"""), Does.StartWith("/order: unknown property"));
            Assert.That(Problem("""{"fields":["passwordHash"]}"""), Does.StartWith("/fields/0: unknown property"));
            Assert.That(Problem("""{"where":{"secrets":{"some":{"word":"x"}}}}"""), Is.EqualTo("""/where/secrets: unknown relation of Account "secrets"; known: "logins" """.TrimEnd()));
            Assert.That(Problem("""{"where":{"secrets":null}}"""), Does.StartWith("/where/secrets: unknown property"));
            Assert.That(Problem("""{"include":[{"relation":"logins","scope":{"include":[{"relation":"account","scope":{"order":"id","include":["secrets"]}}]}}]}"""), Does.Not.Contain("logins"));
            Assert.That(async () => await accounts.FindAsync(Filter<Account>.Parse("""{"include":["secrets"]}""")), Throws.TypeOf<InvalidInclusionException>());
            Assert.That((await accounts.FindAsync(Filter<Account>.Parse("""{"fields":{"name":false}}""")))[0].PasswordHash, Is.EqualTo("hash"), "it is returned as ever");
            Assert.That(await accounts.Where(a => a.PasswordHash == "hash" && a.Secrets.None()).Include(a => a.Secrets).ToListAsync(), Has.Count.EqualTo(1));
        }

        string Problem(string json) => Assert.ThrowsAsync<InvalidFilterException>(async () => await accounts.FindAsync(Filter<Account>.Parse(json))).Problems[0].ToString();
    }
}
