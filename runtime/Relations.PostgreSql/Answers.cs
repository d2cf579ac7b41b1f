using Npgsql;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.PostgreSql;

/// <summary>The answers to statements that were sent together, which are read one after the other. All statements see the data of one moment.</summary>
internal sealed class Answers : IAsyncDisposable
{
    private const string Begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    private const string Commit = "COMMIT";
    private const string Rollback = "ROLLBACK";

    private readonly PostgreSqlConnection connection;
    private readonly NpgsqlBatch batch;
    private readonly string[] texts;
    private readonly bool begins;
    private NpgsqlDataReader? reader;
    private Exception? failure;
    private int read = -1;

    /// <summary>Takes the statements.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="batch">An empty batch on it.</param>
    /// <param name="commands">The statements.</param>
    /// <param name="texts">Their texts.</param>
    /// <param name="begins">Whether the batch itself begins the transaction.</param>
    /// <param name="ends">Whether it ends it.</param>
    public Answers(PostgreSqlConnection connection, NpgsqlBatch batch, List<NpgsqlBatchCommand> commands, string[] texts, bool begins, bool ends)
    {
        this.connection = connection;
        this.batch = batch;
        this.texts = texts;
        this.begins = begins;
        if (begins)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Begin));
        }

        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        if (ends)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Commit));
        }
    }

    /// <summary>Sends the statements.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            failure = problem;
            throw;
        }
    }

    /// <summary>Whether a statement is among those that were sent and not asked for yet.</summary>
    public bool Has(Statement statement) => PlaceOf(statement) >= 0;

    /// <summary>Hands the rows of a statement to the sink. Those before it are passed over: nobody asks for the targets of sources that turn out to have no keys.</summary>
    public async ValueTask ReadAsync(Statement statement, RowSink sink, CancellationToken cancellationToken)
    {
        try
        {
            for (var place = PlaceOf(statement); read < place; read++)
            {
                if (read >= 0)
                {
                    await reader!.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            await Rows.ReadAsync(reader!, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            failure = problem;
            throw;
        }
    }

    private int PlaceOf(Statement statement)
    {
        for (var place = read + 1; place < texts.Length; place++)
        {
            if (statement.Text.SequenceEqual(texts[place]))
            {
                return place;
            }
        }

        return -1;
    }

    public ValueTask DisposeAsync() => connection.EndAsync(this);

    /// <summary>Reads what is left, the transaction's end included.</summary>
    public async ValueTask CloseAsync()
    {
        if (reader is not null)
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }

        await batch.DisposeAsync().ConfigureAwait(false);
        if (failure is not null)
        {
            await RollbackAsync().ConfigureAwait(false);
            connection.Forget(failure);
        }
    }

    /// <summary>Ends the transaction that the batch has begun, and that has failed.</summary>
    private async ValueTask RollbackAsync()
    {
        if (!begins || !connection.IsOpen)
        {
            return;
        }

        var command = connection.CommandOf(Rollback);
        await using var disposal = command.ConfigureAwait(false);
        try
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The connection is lost, and the transaction with it.
        }
    }
}
