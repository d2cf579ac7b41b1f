using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

internal sealed class EfCompiledFinds(IDbContextFactory<ClinicContext> contexts) : IFinds
{
    private static readonly Func<ClinicContext, int, Task<Doctor?>> Doctor = EF.CompileAsyncQuery(static (ClinicContext context, int id) =>
        context.Doctors.AsNoTracking().FirstOrDefault(d => d.Id == id));

    private static readonly Func<ClinicContext, int, IAsyncEnumerable<Patient>> Patients = EF.CompileAsyncQuery(static (ClinicContext context, int doctorId) =>
        context.Doctors.AsNoTracking().Where(d => d.Id == doctorId).SelectMany(d => d.Patients!).Distinct().OrderBy(p => p.Pid).AsQueryable());

    private static readonly Func<ClinicContext, int, int, DateTime, IAsyncEnumerable<Patient?>> SomePatients = EF.CompileAsyncQuery(static (ClinicContext context, int doctorId, int bornFrom, DateTime seenFrom) =>
        context.Appointments.AsNoTracking()
            .Where(a => a.DoctorId == doctorId && a.At >= seenFrom && a.Patient!.BirthYear >= bornFrom)
            .Select(a => a.Patient).Distinct().OrderBy(p => p!.Pid).AsQueryable());

    private static readonly Func<ClinicContext, int, IAsyncEnumerable<Doctor>> DoctorsOf = EF.CompileAsyncQuery(static (ClinicContext context, int bornBefore) =>
        context.Doctors.AsNoTracking().Where(d => d.Patients!.Any(p => p.BirthYear < bornBefore)).OrderBy(d => d.Id).AsQueryable());

    public async ValueTask<object?> DoctorAsync(int id)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await Doctor(context, id);
    }

    public async ValueTask<object?> PatientsAsync(int doctorId)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await Patients(context, doctorId).ToListAsync();
    }

    public async ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await SomePatients(context, doctorId, bornFrom, seenFrom).ToListAsync();
    }

    public async ValueTask<object?> DoctorsOfAsync(int bornBefore)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await DoctorsOf(context, bornBefore).ToListAsync();
    }
}
