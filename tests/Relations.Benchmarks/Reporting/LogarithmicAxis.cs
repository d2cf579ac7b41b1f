namespace Relations.Benchmarks.Reporting;

/// <summary>Where a value is drawn when each factor takes the same room.</summary>
/// <param name="Least">The value at <paramref name="Start"/>.</param>
/// <param name="Most">The value at <paramref name="End"/>.</param>
/// <param name="Start">Where the axis begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct LogarithmicAxis(double Least, double Most, double Start, double End)
{
    /// <summary>The values 1, 2 and 5 of each power of ten that lie on the axis.</summary>
    public IEnumerable<double> Marks
    {
        get
        {
            for (var power = (int)Math.Floor(Math.Log10(Least)); power <= Math.Ceiling(Math.Log10(Most)); power++)
            {
                foreach (var digit in (int[])[1, 2, 5])
                {
                    var mark = digit * Math.Pow(10, power);
                    if (mark >= Least * 0.999 && mark <= Most * 1.001)
                    {
                        yield return mark;
                    }
                }
            }
        }
    }

    /// <summary>An axis on which all of these have room.</summary>
    public static LogarithmicAxis For(IReadOnlyCollection<double> values, double start, double end) => new(values.Min() / 1.2, values.Max() * 1.2, start, end);

    public double Place(double value) => Start + (End - Start) * Math.Log(value / Least) / Math.Log(Most / Least);
}
