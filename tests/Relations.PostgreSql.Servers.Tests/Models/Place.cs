using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.ManyServers.Models;

/// <summary>A view that tells which server reads it.</summary>
[Entity]
public partial class Place
{
    public const string View = "CREATE VIEW \"Place\" AS SELECT 1 AS \"Id\", inet_server_port() AS \"Port\", pg_is_in_recovery() AS \"IsReplica\", current_setting('application_name') AS \"Application\"";

    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }

    public int Port { get; init; }

    public bool IsReplica { get; init; }

    public string Application { get; init; } = "";
}
