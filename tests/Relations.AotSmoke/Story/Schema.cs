using Clinic;
using Microsoft.Extensions.DependencyInjection;
using Relations.Sqlite;

namespace Relations.AotSmoke.Story;

/// <summary>The tables, what the model says of itself, and how SQLite is called.</summary>
internal static class Schema
{
    public static async Task TellAsync(Steps steps, SqliteDatabase db, bool isPortable)
    {
        await RelationsModel.CreateSchemaAsync(db);
        await RelationsModel.VerifySchemaAsync(db);
        steps.Same(SqliteLibrary.IsUsable, !isPortable);
        steps.Same(RelationsModel.SchemaSql(db.Dialect).Contains("CREATE TABLE IF NOT EXISTS \"Appointment\"", StringComparison.Ordinal), true);
        steps.Same(RelationsModel.Mermaid.Contains("Doctor", StringComparison.Ordinal), true);

        var patients = DoctorRepository.Definition.Relations["patients"];
        steps.Same($"{patients.Type} of {patients.Source.Name} and {patients.Target.Name}", "HasMany of Doctor and Patient");

        await using var services = new ServiceCollection().AddSingleton<Database>(db).AddSingleton<Session>(db).AddRepositories().BuildServiceProvider();
        steps.Same(await services.GetRequiredService<DoctorRepository>().CountAsync(), 0);
    }
}
