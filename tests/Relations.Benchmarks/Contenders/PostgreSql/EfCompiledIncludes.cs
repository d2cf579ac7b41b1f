using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

internal sealed class EfCompiledIncludes(IDbContextFactory<ClinicContext> contexts) : IIncludes
{
    private static readonly Func<ClinicContext, IAsyncEnumerable<Doctor>> All = EF.CompileAsyncQuery(static (ClinicContext context) =>
        context.Doctors.AsNoTracking().OrderBy(d => d.Id).Include(d => d.Patients).AsQueryable());

    private static readonly Func<ClinicContext, int, int, IAsyncEnumerable<Doctor>> Page = EF.CompileAsyncQuery(static (ClinicContext context, int skip, int take) =>
        context.Doctors.AsNoTracking().OrderBy(d => d.Id).Skip(skip).Take(take).Include(d => d.Patients).AsQueryable());

    private static readonly Func<ClinicContext, IAsyncEnumerable<Doctor>> Nested = EF.CompileAsyncQuery(static (ClinicContext context) =>
        context.Doctors.AsNoTrackingWithIdentityResolution().OrderBy(d => d.Id).Include(d => d.Patients!).ThenInclude(p => p.Doctors).AsQueryable());

    private static readonly Func<ClinicContext, int, IAsyncEnumerable<Doctor>> First = EF.CompileAsyncQuery(static (ClinicContext context, int take) =>
        context.Doctors.AsNoTracking().OrderBy(d => d.Id).Include(d => d.Patients!.OrderBy(p => p.Name).Take(take)).AsQueryable());

    public async ValueTask<object?> AllAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await All(context).ToListAsync();
    }

    public async ValueTask<object?> PageAsync(int skip, int take)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await Page(context, skip, take).ToListAsync();
    }

    public async ValueTask<object?> NestedAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await Nested(context).ToListAsync();
    }

    public async ValueTask<object?> FirstAsync(int take)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await First(context, take).ToListAsync();
    }
}
