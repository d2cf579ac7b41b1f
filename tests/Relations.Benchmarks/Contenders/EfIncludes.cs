using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class EfIncludes(IDbContextFactory<ClinicContext> contexts, Func<IQueryable<Doctor>, IQueryable<Doctor>> form) : IIncludes
{
    public ValueTask<object?> AllAsync()
    {
        using var context = contexts.CreateDbContext();
        return new(form(context.Doctors.AsNoTracking()).OrderBy(static d => d.Id).Include(static d => d.Patients).ToList());
    }

    public ValueTask<object?> PageAsync(int skip, int take)
    {
        using var context = contexts.CreateDbContext();
        return new(form(context.Doctors.AsNoTracking()).OrderBy(static d => d.Id).Skip(skip).Take(take).Include(static d => d.Patients).ToList());
    }

    /// <summary>Without identity resolution Entity Framework refuses a way that leads back.</summary>
    public ValueTask<object?> NestedAsync()
    {
        using var context = contexts.CreateDbContext();
        return new(form(context.Doctors.AsNoTrackingWithIdentityResolution()).OrderBy(static d => d.Id).Include(static d => d.Patients!).ThenInclude(static p => p.Doctors).ToList());
    }

    public ValueTask<object?> FirstAsync(int take)
    {
        using var context = contexts.CreateDbContext();
        return new(form(context.Doctors.AsNoTracking()).OrderBy(static d => d.Id).Include(d => d.Patients!.OrderBy(static p => p.Name).Take(take)).ToList());
    }
}
