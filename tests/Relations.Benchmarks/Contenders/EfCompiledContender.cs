using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Queries that are not tracked, translated once and kept.</summary>
internal sealed class EfCompiledContender : EfContender
{
    public EfCompiledContender(SqliteFile file)
        : base("EF Core compiled", file)
    {
        Includes = new EfCompiledIncludes(Contexts);
        Finds = new EfCompiledFinds(Contexts);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IWrites? Writes => null;
}
