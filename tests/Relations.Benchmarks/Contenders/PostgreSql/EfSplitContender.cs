using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Queries that are not tracked; an include is a statement of its own.</summary>
internal sealed class EfSplitContender : EfContender
{
    public EfSplitContender(ClinicDatabase clinic)
        : base("EF Core split", clinic)
    {
        Includes = new EfIncludes(Contexts, static doctors => doctors.AsSplitQuery());
    }

    public override IIncludes Includes { get; }

    public override IWrites? Writes => null;
}
