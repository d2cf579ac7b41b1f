using System.Net;
using System.Net.Sockets;

namespace Relations.ManyServers.Harness;

/// <summary>A port behind which a server is, until it falls silent: then it takes connections and never says a word, as a server whose machine has stopped.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly int server;
    private readonly Task accepting;
    private int connections;

    private Line(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether nothing comes through any more, be it by new connections or by those that were made before.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How many lead to the server now.</summary>
    public int Connections => Volatile.Read(ref connections);

    public static Line To(int server) => new(server);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(ending.Token);
                open.Add(IsSilent ? WaitAsync(client) : ConnectAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task WaitAsync(TcpClient client)
    {
        using (client)
        {
            await Task.Delay(Timeout.Infinite, ending.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        Interlocked.Increment(ref connections);
        using (client)
        using (var behind = new TcpClient())
        {
            await behind.ConnectAsync(IPAddress.Loopback, server, ending.Token);
            using var closing = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
            var ways = new[] { CopyAsync(client, behind, closing.Token), CopyAsync(behind, client, closing.Token) };
            await Task.WhenAny(ways);
            await closing.CancelAsync();
            await Task.WhenAll(ways);
        }

        Interlocked.Decrement(ref connections);
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[8192];
            while (await from.GetStream().ReadAsync(buffer, cancellationToken) is > 0 and var length)
            {
                if (!IsSilent)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, length), cancellationToken);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // One of them has ended.
        }
    }
}
