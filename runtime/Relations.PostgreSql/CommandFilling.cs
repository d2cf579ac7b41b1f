using System.Collections;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Relations.Sql;

namespace Relations.PostgreSql;

/// <summary>Makes commands of statements, which are free again before anything is waited for.</summary>
internal static class CommandFilling
{
    /// <summary>
    /// The longest list with which a statement may be prepared. A prepared statement's plan is made for a list of 10, whatever its length; with 1,000 keys
    /// it is as fast as a plan of their own, with 3,000 it takes twice the time, with 10,000 nearly three times.
    /// </summary>
    public const int LongestPreparedList = 1_000;

    /// <summary>PostgreSQL's protocol counts them in 16 bits.</summary>
    private const int MostParameters = ushort.MaxValue;

    private static long longLists;

    /// <summary>Takes a statement's values as parameters; returns the text to run.</summary>
    /// <exception cref="RelationsException">It has more of them than PostgreSQL takes.</exception>
    public static string Fill(NpgsqlParameterCollection collection, Statement statement)
    {
        if (statement.ParameterCount == 0)
        {
            return statement.ToString();
        }

        if (statement.ParameterCount > MostParameters)
        {
            throw new RelationsException($"The statement has {statement.ParameterCount} values, and PostgreSQL takes {MostParameters} at most; it was not sent. To compare a column with many values, use In.");
        }

        var isLong = false;
        var parameters = new NpgsqlParameter[statement.ParameterCount];
        var binder = new ParameterBinder(parameters);
        statement.Bind(ref binder);
        foreach (var parameter in parameters)
        {
            collection.Add(parameter);
            isLong |= parameter.NpgsqlDbType.HasFlag(NpgsqlDbType.Array) && parameter.Value is ICollection { Count: > LongestPreparedList };
        }

        // Npgsql prepares what it has seen before, so that this is something else each time.
        return isLong ? string.Create(CultureInfo.InvariantCulture, $"{statement.Text} -- {Interlocked.Increment(ref longLists)}") : statement.ToString();
    }
}
