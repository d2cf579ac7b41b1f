using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>The work done by Relations, the same on every database.</summary>
internal sealed class RelationsWork(Database database) : IIncludes, IFinds, IWrites
{
    private readonly DoctorRepository doctors = new(database);

    public async ValueTask<object?> AllAsync() => await doctors.Include(static d => d.Patients).ToListAsync();

    public async ValueTask<object?> PageAsync(int skip, int take) => await doctors.Skip(skip).Take(take).Include(static d => d.Patients).ToListAsync();

    public async ValueTask<object?> NestedAsync() => await doctors.Include(static d => d.Patients, static p => p.Include(static x => x.Doctors)).ToListAsync();

    public async ValueTask<object?> FirstAsync(int take) => await doctors.Include(static d => d.Patients, p => p.OrderBy(static x => x.Name).Take(take)).ToListAsync();

    public async ValueTask<object?> DoctorAsync(int id) => await doctors.FindByIdAsync(id);

    public async ValueTask<object?> PatientsAsync(int doctorId) => await doctors.Patients(doctorId).ToListAsync();

    public async ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom) =>
        await doctors.Patients(doctorId).Where((p, a) => p.BirthYear >= bornFrom && a.At >= seenFrom).ToListAsync();

    public async ValueTask<object?> DoctorsOfAsync(int bornBefore) => await doctors.Where(d => d.Patients.Any(p => p.BirthYear < bornBefore)).ToListAsync();

    public async ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at) =>
        await doctors.Patients(doctorId).CreateAsync(new() { Name = name, BirthYear = birthYear }, new() { At = at });

    public async ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        _ = await doctors.Patients(doctorId).LinkAsync(patientId, new() { At = at });
        return null;
    }

    public async ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        _ = await doctors.Patients(doctorId).LinkAllAsync(patientIds, new() { At = at });
        return null;
    }

    public async ValueTask<int> CountStatementsAsync(Func<ValueTask<object?>> work)
    {
        var count = 0;
        database.StatementExecuting += Count;
        _ = await work();
        database.StatementExecuting -= Count;
        return count;

        void Count(StatementEvent statement) => Interlocked.Add(ref count, statement.Kind == StatementKind.Rows ? 1 : 0);
    }
}
