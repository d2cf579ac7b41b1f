using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Sequences of operations made by chance leave a database as they leave a model in memory. A failure names the seed and the steps.</summary>
public sealed class ModelBasedTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const int Steps = 60;

    [Test]
    public async Task Events_may_be_linked_many_times([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        await SeedClinicAsync();
        var links = (await Appointments.ToListAsync()).ConvertAll(static row => new Row(row.DoctorId, row.PatientId, row.Note));
        var names = (await Patients.ToListAsync()).ToDictionary(static patient => patient.Pid, static patient => patient.Name);
        var history = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            var doctor = 1 + random.Next(3);
            var relation = Doctors.Patients(doctor);
            var keys = random.GetItems(names.Keys.Append(1).ToArray(), random.Next(4)).Where(names.ContainsKey).ToList();
            var key = random.Next(1, 8);
            var note = random.Next(3) == 0 ? null : $"n{random.Next(3)}";
            var own = links.Where(link => link.Source == doctor).ToList();
            var text = $"{doctor}, key {key}, keys [{string.Join(' ', keys)}], note {note}";
            switch (random.Next(10))
            {
                case 0:
                    history.Add($"create {text}");
                    var created = await relation.CreateAsync(new() { Name = $"P{step}" }, new() { At = Monday, Note = note });
                    names.Add(created.Pid, created.Name);
                    links.Add(new(doctor, created.Pid, note));
                    break;
                case 1 when names.ContainsKey(key):
                    history.Add($"link {text}");
                    Assert.That(await relation.LinkAsync(key, new() { At = Monday, Note = note }), Described());
                    links.Add(new(doctor, key, note));
                    break;
                case 1:
                    history.Add($"link nobody {text}");
                    Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await relation.LinkAsync(key, new() { At = Monday }), Described());
                    break;
                case 2:
                    history.Add($"link all {text}");
                    Assert.That(await relation.LinkAllAsync(keys, new() { At = Monday, Note = note }), Is.EqualTo(keys.Count), Described());
                    links.AddRange(keys.Select(one => new Row(doctor, one, note)));
                    break;
                case 3:
                    history.Add($"unlink {text}");
                    Assert.That(await relation.UnlinkAsync(key), Is.EqualTo(links.RemoveAll(link => link.Source == doctor && link.Target == key)), Described());
                    break;
                case 4:
                    history.Add($"set {text}");
                    var linked = own.Select(static link => link.Target).Distinct().ToList();
                    var added = keys.Distinct().Except(linked).ToList();
                    var removed = linked.Except(keys).ToList();
                    Assert.That(await relation.SetAsync(keys, new() { At = Monday, Note = note }), Is.EqualTo(new SetResult(added.Count, removed.Count, linked.Count - removed.Count)), Described());
                    links.RemoveAll(link => link.Source == doctor && removed.Contains(link.Target));
                    links.AddRange(added.Select(one => new Row(doctor, one, note)));
                    break;
                case 5:
                    history.Add($"patch {text}");
                    var patched = own.Where(link => link.Note == note && link.Target > 1).Select(static link => link.Target).Distinct().ToList();
                    Assert.That(await relation.Where((p, a) => a.Note == note && p.Pid > 1).PatchAsync(new() { Name = $"patched {step}" }), Is.EqualTo(patched.Count), Described());
                    patched.ForEach(one => names[one] = $"patched {step}");
                    break;
                case 6:
                    history.Add($"patch links {text}");
                    var noted = own.Where(link => keys.Contains(link.Target)).ToList();
                    Assert.That(await relation.Where(p => p.Pid.In(keys)).PatchLinksAsync(new() { Note = note }), Is.EqualTo(noted.Count), Described());
                    noted.ForEach(link => link.Note = note);
                    break;
                case 7:
                    history.Add($"delete {text}");
                    var deleted = own.Where(link => link.Note == note && keys.Contains(link.Target)).Select(static link => link.Target).Distinct().ToList();
                    Assert.That(await relation.Where((p, a) => a.Note == note && p.Pid.In(keys)).DeleteAsync(), Is.EqualTo(deleted.Count), Described());
                    deleted.ForEach(one => names.Remove(one));
                    links.RemoveAll(link => deleted.Contains(link.Target));
                    break;
                case 8:
                    history.Add($"unlink some {text}");
                    Assert.That(await relation.Where((_, a) => a.Note == note).UnlinkAllAsync(), Is.EqualTo(links.RemoveAll(link => link.Source == doctor && link.Note == note)), Described());
                    break;
                default:
                    history.Add($"link back {text}");
                    if (names.ContainsKey(key))
                    {
                        await Patients.Doctors(key).LinkAsync(doctor, new() { At = Monday, Note = note });
                        links.Add(new(doctor, key, note));
                    }

                    break;
            }

            Assert.That((await Appointments.ToListAsync()).Select(static row => (row.DoctorId, row.PatientId, row.Note)), Is.EquivalentTo(links.Select(static link => (link.Source, link.Target, link.Note))), Described());
            Assert.That((await Patients.ToListAsync()).Select(static patient => (patient.Pid, patient.Name)), Is.EqualTo(names.OrderBy(static pair => pair.Key).Select(static pair => (pair.Key, pair.Value))), Described());
            var included = await Doctors.Include(d => d.Patients).Include(d => d.Visits).ToListAsync();
            Assert.That(included.Select(static one => string.Join(',', one.Patients.Select(static patient => patient.Pid))), Is.EqualTo(Enumerable.Range(1, 3).Select(one => string.Join(',', links.Where(link => link.Source == one).Select(static link => link.Target).Distinct().Order()))), Described());
            Assert.That(included.Select(static one => one.Visits.Count), Is.EqualTo(Enumerable.Range(1, 3).Select(one => links.Count(link => link.Source == one))), Described());
        }

        string Described() => $"seed {seed}: {string.Join("; ", history)}";
    }

    [Test]
    public async Task Unique_pairs_are_linked_once([Range(1, 6)] int seed)
    {
        var random = new Random(seed);
        var articles = new ArticleRepository(Db);
        var rows = new ArticleTagRepository(Db);
        await articles.CreateAllAsync([new() { Title = "a" }, new() { Title = "b" }]);
        await new TagRepository(Db).CreateAllAsync(Enumerable.Range(1, 6).Select(static number => new Tag { Name = $"t{number}" }));
        var links = new Dictionary<(int Article, int Tag), int>();
        var history = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            var article = 1 + random.Next(2);
            var relation = articles.Tags(article);
            var weight = random.Next(100);
            var key = 1 + random.Next(6);
            var keys = random.GetItems([1, 2, 3, 4, 5, 6], random.Next(5));
            history.Add($"{step}: article {article}, key {key}, keys [{string.Join(' ', keys)}], weight {weight}");
            switch (random.Next(5))
            {
                case 0:
                    Assert.That(await relation.LinkAsync(key, new() { Weight = weight }), Is.EqualTo(links.TryAdd((article, key), weight)), Described("link"));
                    break;
                case 1:
                    var count = keys.Count(one => links.TryAdd((article, one), weight));
                    Assert.That(await relation.LinkAllAsync(keys, new() { Weight = weight }), Is.EqualTo(count), Described("link all"));
                    break;
                case 2:
                    Assert.That(await relation.UnlinkAsync(key), Is.EqualTo(links.Remove((article, key)) ? 1 : 0), Described("unlink"));
                    break;
                case 3:
                    var removed = links.Keys.Where(pair => pair.Article == article && !keys.Contains(pair.Tag)).ToList();
                    removed.ForEach(pair => links.Remove(pair));
                    var kept = links.Keys.Count(pair => pair.Article == article);
                    var added = keys.Count(one => links.TryAdd((article, one), weight));
                    Assert.That(await relation.SetAsync(keys, new() { Weight = weight }), Is.EqualTo(new SetResult(added, removed.Count, kept)), Described("set"));
                    break;
                default:
                    var heavy = links.Where(pair => pair.Key.Article == article && pair.Value >= 50).Select(static pair => pair.Key).ToList();
                    heavy.ForEach(pair => links[pair] = weight);
                    Assert.That(await relation.Where((_, link) => link.Weight >= 50).PatchLinksAsync(new() { Weight = weight }), Is.EqualTo(heavy.Count), Described("patch links"));
                    break;
            }

            Assert.That((await rows.ToListAsync()).Select(static row => ((row.ArticleId, row.TagId), row.Weight)), Is.EquivalentTo(links.Select(static pair => (pair.Key, pair.Value))), Described("rows"));
            Assert.That(await relation.CountAsync(), Is.EqualTo(links.Keys.Count(pair => pair.Article == article)), Described("count"));
        }

        string Described(string what) => $"seed {seed}, {what}: {string.Join("; ", history)}";
    }

    private sealed class Row(int source, int target, string? note)
    {
        public int Source { get; } = source;

        public int Target { get; } = target;

        public string? Note { get; set; } = note;
    }
}
