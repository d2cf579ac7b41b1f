using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

internal sealed class EfIncludes(IDbContextFactory<ClinicContext> contexts, Func<IQueryable<Doctor>, IQueryable<Doctor>> form) : IIncludes
{
    public async ValueTask<object?> AllAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await form(context.Doctors.AsNoTracking()).OrderBy(static d => d.Id).Include(static d => d.Patients).ToListAsync();
    }

    public async ValueTask<object?> PageAsync(int skip, int take)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await form(context.Doctors.AsNoTracking()).OrderBy(static d => d.Id).Skip(skip).Take(take).Include(static d => d.Patients).ToListAsync();
    }

    /// <summary>Without identity resolution Entity Framework refuses a way that leads back.</summary>
    public async ValueTask<object?> NestedAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await form(context.Doctors.AsNoTrackingWithIdentityResolution()).OrderBy(static d => d.Id).Include(static d => d.Patients!).ThenInclude(static p => p.Doctors).ToListAsync();
    }

    public async ValueTask<object?> FirstAsync(int take)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await form(context.Doctors.AsNoTracking()).OrderBy(static d => d.Id).Include(d => d.Patients!.OrderBy(static p => p.Name).Take(take)).ToListAsync();
    }
}
