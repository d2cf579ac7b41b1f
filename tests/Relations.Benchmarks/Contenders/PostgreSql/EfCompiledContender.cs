using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Queries that are not tracked, translated once and kept.</summary>
internal sealed class EfCompiledContender : EfContender
{
    public EfCompiledContender(ClinicDatabase clinic)
        : base("EF Core compiled", clinic)
    {
        Includes = new EfCompiledIncludes(Contexts);
        Finds = new EfCompiledFinds(Contexts);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IFinds SharedFinds => Finds;

    public override IWrites? Writes => null;
}
