using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Entity Framework Core where its forms do not differ: it writes what it tracks. All forms take their contexts from a pool, and connections from a data source that keeps statements prepared.</summary>
internal class EfContender : PostgreSqlContender, IWrites
{
    private readonly NpgsqlDataSource source;

    public EfContender(ClinicDatabase clinic)
        : this("EF Core", clinic)
    {
    }

    private protected EfContender(string name, ClinicDatabase clinic)
        : base(name, clinic)
    {
        source = clinic.OpenSource(Counter);
        Contexts = new PooledDbContextFactory<ClinicContext>(new DbContextOptionsBuilder<ClinicContext>().UseNpgsql(source).Options);
    }

    public override IWrites? Writes => this;

    private protected PooledDbContextFactory<ClinicContext> Contexts { get; }

    public async ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at)
    {
        await using var context = await Contexts.CreateDbContextAsync();
        var patient = new Patient { Name = name, BirthYear = birthYear };
        context.Add(new Appointment { DoctorId = doctorId, Patient = patient, At = at });
        await context.SaveChangesAsync();
        return patient;
    }

    public async ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        await using var context = await Contexts.CreateDbContextAsync();
        context.Add(new Appointment { DoctorId = doctorId, PatientId = patientId, At = at });
        await context.SaveChangesAsync();
        return null;
    }

    public async ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        await using var context = await Contexts.CreateDbContextAsync();
        context.AddRange(patientIds.Select(patientId => new Appointment { DoctorId = doctorId, PatientId = patientId, At = at }));
        await context.SaveChangesAsync();
        return null;
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();
}
