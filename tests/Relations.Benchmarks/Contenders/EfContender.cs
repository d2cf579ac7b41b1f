using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>
/// Entity Framework Core where its forms do not differ: it writes what it tracks. All forms take their contexts from a pool and work on an open connection,
/// without tasks, which SQLite has no use for.
/// </summary>
internal class EfContender : ConnectionContender, IWrites
{
    public EfContender(SqliteFile file)
        : this("EF Core", file)
    {
    }

    private protected EfContender(string name, SqliteFile file)
        : base(name, file)
    {
        Contexts = new PooledDbContextFactory<ClinicContext>(new DbContextOptionsBuilder<ClinicContext>().UseSqlite(Connection).Options);
    }

    public override IWrites? Writes => this;

    private protected PooledDbContextFactory<ClinicContext> Contexts { get; }

    public ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at)
    {
        using var context = Contexts.CreateDbContext();
        var patient = new Patient { Name = name, BirthYear = birthYear };
        context.Add(new Appointment { DoctorId = doctorId, Patient = patient, At = at });
        context.SaveChanges();
        return new(patient);
    }

    public ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        using var context = Contexts.CreateDbContext();
        context.Add(new Appointment { DoctorId = doctorId, PatientId = patientId, At = at });
        context.SaveChanges();
        return default;
    }

    public ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        using var context = Contexts.CreateDbContext();
        context.AddRange(patientIds.Select(patientId => new Appointment { DoctorId = doctorId, PatientId = patientId, At = at }));
        context.SaveChanges();
        return default;
    }
}
