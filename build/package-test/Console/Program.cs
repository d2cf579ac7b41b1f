using Clinic;
using Relations.Sqlite;

await using var db = new SqliteDatabase($"Data Source={args[0]}");
await Console.RelationsModel.CreateSchemaAsync(db);
var doctors = new DoctorRepository(db);
var monday = new DateTime(2026, 1, 5, 9, 0, 0);

var mario = await doctors.CreateAsync(new() { Name = "Mario" });
var luigi = await doctors.Patients(mario).CreateAsync(new() { Name = "Luigi" }, new() { At = monday });
await doctors.Patients(mario).CreateAsync(new() { Name = "Peach" }, new() { At = monday.AddDays(1) });
await doctors.Patients(mario).Where((p, a) => a.At > monday).UnlinkAllAsync();

var all = await doctors.Include(d => d.Patients, p => p.OrderBy(x => x.Name)).ToListAsync();
System.Console.WriteLine($"{all[0].Name}: {string.Join(", ", all[0].Patients.Select(p => p.Name))}");
