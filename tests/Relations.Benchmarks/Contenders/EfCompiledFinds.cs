using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class EfCompiledFinds(IDbContextFactory<ClinicContext> contexts) : IFinds
{
    private static readonly Func<ClinicContext, int, Doctor?> Doctor = EF.CompileQuery(static (ClinicContext context, int id) =>
        context.Doctors.AsNoTracking().FirstOrDefault(d => d.Id == id));

    private static readonly Func<ClinicContext, int, IEnumerable<Patient>> Patients = EF.CompileQuery(static (ClinicContext context, int doctorId) =>
        context.Doctors.AsNoTracking().Where(d => d.Id == doctorId).SelectMany(d => d.Patients!).Distinct().OrderBy(p => p.Pid).AsQueryable());

    private static readonly Func<ClinicContext, int, int, DateTime, IEnumerable<Patient?>> SomePatients = EF.CompileQuery(static (ClinicContext context, int doctorId, int bornFrom, DateTime seenFrom) =>
        context.Appointments.AsNoTracking()
            .Where(a => a.DoctorId == doctorId && a.At >= seenFrom && a.Patient!.BirthYear >= bornFrom)
            .Select(a => a.Patient).Distinct().OrderBy(p => p!.Pid).AsQueryable());

    private static readonly Func<ClinicContext, int, IEnumerable<Doctor>> DoctorsOf = EF.CompileQuery(static (ClinicContext context, int bornBefore) =>
        context.Doctors.AsNoTracking().Where(d => d.Patients!.Any(p => p.BirthYear < bornBefore)).OrderBy(d => d.Id).AsQueryable());

    public ValueTask<object?> DoctorAsync(int id)
    {
        using var context = contexts.CreateDbContext();
        return new(Doctor(context, id));
    }

    public ValueTask<object?> PatientsAsync(int doctorId)
    {
        using var context = contexts.CreateDbContext();
        return new(Patients(context, doctorId).ToList());
    }

    public ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom)
    {
        using var context = contexts.CreateDbContext();
        return new(SomePatients(context, doctorId, bornFrom, seenFrom).ToList());
    }

    public ValueTask<object?> DoctorsOfAsync(int bornBefore)
    {
        using var context = contexts.CreateDbContext();
        return new(DoctorsOf(context, bornBefore).ToList());
    }
}
