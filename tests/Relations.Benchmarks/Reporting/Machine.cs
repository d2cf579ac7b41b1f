using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Relations.Benchmarks.Reporting;

/// <summary>What was measured on, as far as it helps to judge a ratio.</summary>
internal static class Machine
{
    public static string Description
    {
        get
        {
            using var connection = new SqliteConnection();
            return $"{Environment.ProcessorCount} virtual cores ({RuntimeInformation.ProcessArchitecture}) of a shared machine, {(OperatingSystem.IsLinux() ? "Linux" : RuntimeInformation.OSDescription)}, "
                + $"{RuntimeInformation.FrameworkDescription}, SQLite {connection.ServerVersion}.";
        }
    }
}
