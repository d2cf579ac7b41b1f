using Clinic;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Relations.AspNetCore.Tests;

/// <summary>The sample Clinic.Api, listening on a port of the loopback address, with a database of its own.</summary>
internal sealed class ClinicServer : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-api-");
    private readonly Action<IServiceCollection>? configure;

    public ClinicServer(Action<IServiceCollection>? configure = null)
    {
        this.configure = configure;
        UseKestrel();
    }

    public Session Session => Services.GetRequiredService<Session>();

    /// <summary>How many rows all tables have.</summary>
    public async Task<int> CountRowsAsync() =>
        await new DoctorRepository(Session).CountAsync() + await new PatientRepository(Session).CountAsync() + await new AppointmentRepository(Session).CountAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // The factory's own way to choose the port races with the start of a minimal API.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("database", Path.Combine(folder.FullName, "clinic.db"));
        builder.ConfigureLogging(static logging => logging.ClearProviders());
        builder.ConfigureServices(services => configure?.Invoke(services));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
