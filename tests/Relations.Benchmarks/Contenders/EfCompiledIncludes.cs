using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class EfCompiledIncludes(IDbContextFactory<ClinicContext> contexts) : IIncludes
{
    private static readonly Func<ClinicContext, IEnumerable<Doctor>> All = EF.CompileQuery(static (ClinicContext context) =>
        context.Doctors.AsNoTracking().OrderBy(d => d.Id).Include(d => d.Patients).AsQueryable());

    private static readonly Func<ClinicContext, int, int, IEnumerable<Doctor>> Page = EF.CompileQuery(static (ClinicContext context, int skip, int take) =>
        context.Doctors.AsNoTracking().OrderBy(d => d.Id).Skip(skip).Take(take).Include(d => d.Patients).AsQueryable());

    private static readonly Func<ClinicContext, IEnumerable<Doctor>> Nested = EF.CompileQuery(static (ClinicContext context) =>
        context.Doctors.AsNoTrackingWithIdentityResolution().OrderBy(d => d.Id).Include(d => d.Patients!).ThenInclude(p => p.Doctors).AsQueryable());

    private static readonly Func<ClinicContext, int, IEnumerable<Doctor>> First = EF.CompileQuery(static (ClinicContext context, int take) =>
        context.Doctors.AsNoTracking().OrderBy(d => d.Id).Include(d => d.Patients!.OrderBy(p => p.Name).Take(take)).AsQueryable());

    public ValueTask<object?> AllAsync()
    {
        using var context = contexts.CreateDbContext();
        return new(All(context).ToList());
    }

    public ValueTask<object?> PageAsync(int skip, int take)
    {
        using var context = contexts.CreateDbContext();
        return new(Page(context, skip, take).ToList());
    }

    public ValueTask<object?> NestedAsync()
    {
        using var context = contexts.CreateDbContext();
        return new(Nested(context).ToList());
    }

    public ValueTask<object?> FirstAsync(int take)
    {
        using var context = contexts.CreateDbContext();
        return new(First(context, take).ToList());
    }
}
