// Says whether a program with Relations works as it was published: each step of the story compares what came back with what must.
// --portable: without SQLite's functions by address. --empty: ends at once, for the time that a program takes to start at all.
using Relations.AotSmoke;
using Relations.AotSmoke.Story;
using Relations.Sqlite;

if (args is ["--empty"])
{
    return 0;
}

var isPortable = args is ["--portable"];
if (isPortable)
{
    AppContext.SetSwitch("Relations.Sqlite.UseFunctionPointers", false);
}

var folder = Directory.CreateTempSubdirectory("relations-");
try
{
    await using var db = new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "clinic.db")}");
    var steps = new Steps(db);
    await Schema.TellAsync(steps, db, isPortable);
    await Doctors.TellAsync(steps, db);
    await Links.TellAsync(steps, db);
    await Inclusions.TellAsync(steps, db);
    await Filters.TellAsync(steps, db);
    await Json.TellAsync(steps, db);
    await Changes.TellAsync(steps, db);
    await Keys.TellAsync(steps, db);
    await Supplies.TellAsync(steps, db);
    await Readings.TellAsync(steps, db);
    await Sessions.TellAsync(steps, db);
    Console.WriteLine($"{steps.Count} steps held, with {steps.Statements} statements, {(isPortable ? "through SQLitePCL's functions" : "by SQLite's functions' addresses")}");
    return 0;
}
catch (DifferenceException difference)
{
    await Console.Error.WriteLineAsync(difference.Message);
    return 1;
}
finally
{
    folder.Delete(recursive: true);
}
