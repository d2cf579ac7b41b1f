using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Queries whose results are not tracked; an include is one statement with joins.</summary>
internal sealed class EfNoTrackingContender : EfContender
{
    public EfNoTrackingContender(ClinicDatabase clinic)
        : base("EF Core no-tracking", clinic)
    {
        Includes = new EfIncludes(Contexts, static doctors => doctors.AsSingleQuery());
        Finds = new EfFinds(Contexts);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IFinds SharedFinds => Finds;

    public override IWrites? Writes => null;
}
