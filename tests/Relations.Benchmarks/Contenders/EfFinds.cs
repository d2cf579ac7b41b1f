using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class EfFinds(IDbContextFactory<ClinicContext> contexts) : IFinds
{
    public ValueTask<object?> DoctorAsync(int id)
    {
        using var context = contexts.CreateDbContext();
        return new(context.Doctors.AsNoTracking().FirstOrDefault(d => d.Id == id));
    }

    public ValueTask<object?> PatientsAsync(int doctorId)
    {
        using var context = contexts.CreateDbContext();
        return new(context.Doctors.AsNoTracking().Where(d => d.Id == doctorId).SelectMany(static d => d.Patients!).Distinct().OrderBy(static p => p.Pid).ToList());
    }

    public ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom)
    {
        using var context = contexts.CreateDbContext();
        return new(context.Appointments.AsNoTracking()
            .Where(a => a.DoctorId == doctorId && a.At >= seenFrom && a.Patient!.BirthYear >= bornFrom)
            .Select(static a => a.Patient).Distinct().OrderBy(static p => p!.Pid).ToList());
    }

    public ValueTask<object?> DoctorsOfAsync(int bornBefore)
    {
        using var context = contexts.CreateDbContext();
        return new(context.Doctors.AsNoTracking().Where(d => d.Patients!.Any(p => p.BirthYear < bornBefore)).OrderBy(static d => d.Id).ToList());
    }
}
