using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

internal sealed class EfFinds(IDbContextFactory<ClinicContext> contexts) : IFinds
{
    public async ValueTask<object?> DoctorAsync(int id)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Doctors.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id);
    }

    public async ValueTask<object?> PatientsAsync(int doctorId)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Doctors.AsNoTracking().Where(d => d.Id == doctorId).SelectMany(static d => d.Patients!).Distinct().OrderBy(static p => p.Pid).ToListAsync();
    }

    public async ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Appointments.AsNoTracking()
            .Where(a => a.DoctorId == doctorId && a.At >= seenFrom && a.Patient!.BirthYear >= bornFrom)
            .Select(static a => a.Patient).Distinct().OrderBy(static p => p!.Pid).ToListAsync();
    }

    public async ValueTask<object?> DoctorsOfAsync(int bornBefore)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Doctors.AsNoTracking().Where(d => d.Patients!.Any(p => p.BirthYear < bornBefore)).OrderBy(static d => d.Id).ToListAsync();
    }
}
