using System.Net;
using System.Net.Sockets;

namespace Quarantine.TestKit;

/// <summary>Loopback ports that nobody listens on. Another program may take one before its use: start servers with a retry.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
