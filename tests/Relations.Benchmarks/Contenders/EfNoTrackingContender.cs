using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Queries whose results are not tracked; an include is one statement with joins.</summary>
internal sealed class EfNoTrackingContender : EfContender
{
    public EfNoTrackingContender(SqliteFile file)
        : base("EF Core no-tracking", file)
    {
        Includes = new EfIncludes(Contexts, static doctors => doctors.AsSingleQuery());
        Finds = new EfFinds(Contexts);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IWrites? Writes => null;
}
