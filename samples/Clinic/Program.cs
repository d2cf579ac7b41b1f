// The story of LoopBack's own example: doctors have many patients through appointments.
// Each step prints the code that ran, what it returned, and how many SQL statements it took.
// It runs on a SQLite file, or with --postgresql "<connection string>" in a schema of its own of that database; both are removed in the end.
using Clinic;
using Relations;

await using var place = args is ["--postgresql", var connectionString] ? await StoryPlace.OnPostgreSqlAsync(connectionString) : StoryPlace.OnSqlite();
var db = place.Database;
await RelationsModel.CreateSchemaAsync(db);
var story = new Story(db);

var doctors = new DoctorRepository(db);
var patients = new PatientRepository(db);
var monday = new DateTime(2026, 1, 5, 9, 0, 0);

Story.Chapter("Create: a target and its link, both or neither");
var mario = await story.Tell(doctors.CreateAsync(new() { Name = "Mario" }), One, "Mario");
var link = await story.Tell(doctors.CreateAsync(new() { Name = "Link" }), One, "Link");
var luigi = await story.Tell(doctors.Patients(mario.Id).CreateAsync(new() { Name = "Luigi", BirthYear = 1983 }, new() { At = monday }), Name, "Luigi");
var peach = await story.Tell(doctors.Patients(mario).CreateAsync(new() { Name = "Peach", BirthYear = 1985 }, new() { At = monday.AddHours(1), Note = "first visit" }), Name, "Peach");
var zelda = await story.Tell(doctors.Patients(link).CreateAsync(new() { Name = "Zelda", BirthYear = 1986 }, new() { At = monday }), Name, "Zelda");

Story.Chapter("Find: the relation is a query");
await story.Tell(doctors.Patients(mario).ToListAsync(), Names, "Luigi, Peach");
await story.Tell(doctors.Patients(mario).Where((p, a) => p.BirthYear >= 1980 && a.At > monday).ToListAsync(), Names, "Peach");
await story.Tell(doctors.Patients(mario).OrderByDescending((p, a) => a.At).Take(1).ToListAsync(), Names, "Peach");
await story.Tell(doctors.Patients(mario).CountAsync(), Number, "2");
await story.Tell(doctors.Patients(mario).ExistsAsync(zelda.Pid), Truth, "no");
await story.Tell(doctors.Patients(mario).FindByIdAsync(peach.Pid), Name, "Peach");

Story.Chapter("Link and unlink: the patients stay");
await story.Tell(doctors.Patients(mario).LinkAsync(zelda.Pid, new() { At = monday.AddDays(1) }), Truth, "yes");
await story.Tell(doctors.Patients(mario).LinkAsync(luigi.Pid, new() { At = monday.AddDays(7), Note = "follow-up" }), Truth, "yes");
await story.Tell(doctors.Patients(link).LinkAllAsync([luigi.Pid, peach.Pid], new() { At = monday.AddDays(2) }), Number, "2");
await story.Tell(doctors.Patients(mario).UnlinkAsync(zelda.Pid), Number, "1");
await story.Tell(doctors.Patients(link).SetAsync([peach.Pid, zelda.Pid], new() { At = monday.AddDays(3) }), set => $"added {set.Added}, removed {set.Removed}, kept {set.Kept}", "added 0, removed 1, kept 2");

Story.Chapter("Links: what the appointments carry");
await story.Tell(doctors.Patients(mario).Links().ToListAsync(), Visits, "Luigi on 01-05, Luigi on 01-12 (follow-up), Peach on 01-05 (first visit)");
await story.Tell(doctors.Patients(mario).Where((p, a) => a.At < monday.AddDays(1)).PatchLinksAsync(new() { Note = "archived" }), Number, "2");
await story.Tell(doctors.Patients(mario).Links().ToListAsync(), Visits, "Luigi on 01-05 (archived), Luigi on 01-12 (follow-up), Peach on 01-05 (archived)");

Story.Chapter("Include: one statement for each relation, however many doctors");
await story.Tell(doctors.Include(d => d.Patients).ToListAsync(), WithPatients, "Mario: Luigi, Peach; Link: Peach, Zelda");
await story.Tell(doctors.Include(d => d.Patients, p => p.OrderByDescending(x => x.BirthYear).Take(1)).ToListAsync(), WithPatients, "Mario: Peach; Link: Zelda");
await story.Tell(doctors.Where(d => d.Patients.Any(p => p.Name == "Zelda")).Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync(), DoctorsOfPatients, "Peach sees Mario, Link; Zelda sees Link");
await story.Tell(doctors.Include(d => d.Visits).FindByIdAsync(mario.Id), d => Visits(d.Visits), "Luigi on 01-05 (archived), Luigi on 01-12 (follow-up), Peach on 01-05 (archived)");

Story.Chapter("Patch and delete: only this doctor's patients, and every link to them");
await story.Tell(doctors.Patients(mario).Where(p => p.Pid == peach.Pid).PatchAsync(new() { Name = "Princess Peach" }), Number, "1");
await story.Tell(doctors.Patients(mario).Where(p => p.Name.StartsWith("Princess")).DeleteAsync(), Number, "1");
await story.Tell(doctors.Include(d => d.Patients).ToListAsync(), WithPatients, "Mario: Luigi; Link: Zelda");

Story.Chapter("A transaction: all of it or nothing");
await using (var transaction = await db.BeginTransactionAsync())
{
    await story.Tell(doctors.In(transaction).Patients(mario).UnlinkAllAsync(), Number, "2");
    await story.Tell(doctors.In(transaction).Patients(mario).AnyAsync(), Truth, "no");
} // not committed

await story.Tell(doctors.Patients(mario).AnyAsync(), Truth, "yes");

Story.Chapter("Self-through: users follow users");
var users = new UserRepository(db);
var ada = await story.Tell(users.CreateAsync(new() { Name = "Ada" }), u => u.Name, "Ada");
var grace = await story.Tell(users.Followers(ada).CreateAsync(new() { Name = "Grace" }), u => u.Name, "Grace");
var alan = await story.Tell(users.Followers(ada).CreateAsync(new() { Name = "Alan" }), u => u.Name, "Alan");
await story.Tell(users.Followees(ada).LinkAsync(alan.Id), Truth, "yes");
await story.Tell(users.Followees(ada).LinkAsync(alan.Id), Truth, "no"); // a pair follows once: linking again changes nothing
await story.Tell(users.Include(u => u.Followers).Include(u => u.Followees).ToListAsync(), Follows, "Ada <- Grace, Alan -> Alan; Grace <- nobody -> Ada; Alan <- Ada -> Ada");
await story.Tell(users.Followees(grace).CountAsync(), Number, "1");

Story.Chapter("Errors say what is wrong, and nothing is written");
await story.TellError(doctors.Patients(mario).LinkAsync(99, new() { At = monday }), nameof(ForeignKeyViolationException));
await story.TellError(doctors.FindByIdAsync(99), nameof(EntityNotFoundException));
doctors.InclusionResolvers.Remove("patients");
await story.TellError(doctors.Include(d => d.Patients).ToListAsync(), nameof(InvalidInclusionException));
await story.Tell(patients.CountAsync(), Number, "2");

Console.WriteLine(story.Surprises == 0 ? "\nEverything held." : $"\n{story.Surprises} results were not as expected.");
return story.Surprises == 0 ? 0 : 1;

static string One(Doctor doctor) => doctor.Name;
static string Name(Patient patient) => patient.Name;
static string Number(int number) => $"{number}";
static string Truth(bool truth) => truth ? "yes" : "no";
static string Names(IEnumerable<Patient> patients) => string.Join(", ", patients.Select(p => p.Name));
static string Visits(IEnumerable<Link<Patient, Appointment>> visits) => string.Join(", ", visits.Select(v => $"{v.Target.Name} on {v.Through.At:MM-dd}{(v.Through.Note is null ? "" : $" ({v.Through.Note})")}"));
static string WithPatients(List<Doctor> doctors) => string.Join("; ", doctors.Select(d => $"{d.Name}: {Names(d.Patients)}"));
static string DoctorsOfPatients(List<Doctor> doctors) => string.Join("; ", doctors.SelectMany(d => d.Patients).Select(p => $"{p.Name} sees {string.Join(", ", p.Doctors.Select(d => d.Name))}"));
static string Follows(List<User> users) => string.Join("; ", users.Select(u => $"{u.Name} <- {People(u.Followers)} -> {People(u.Followees)}"));
static string People(IReadOnlyList<User> users) => users.Count == 0 ? "nobody" : string.Join(", ", users.Select(u => u.Name));
