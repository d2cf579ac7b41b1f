using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Queries that are not tracked; an include is a statement of its own.</summary>
internal sealed class EfSplitContender : EfContender
{
    public EfSplitContender(SqliteFile file)
        : base("EF Core split", file)
    {
        Includes = new EfIncludes(Contexts, static doctors => doctors.AsSplitQuery());
    }

    public override IIncludes Includes { get; }

    public override IWrites? Writes => null;
}
