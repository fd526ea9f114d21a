using System.Runtime.InteropServices;

namespace Quarantine.Messages.Mqtt.Native;

/// <summary>Return codes of libmosquitto (enum mosq_err_t of mosquitto.h).</summary>
internal static class MosquittoError
{
    internal const int ConnectPending = -1;
    internal const int Success = 0;
    internal const int NoMemory = 1;
    internal const int Protocol = 2;
    internal const int NoConnection = 4;
    internal const int ConnectionRefused = 5;
    internal const int ConnectionLost = 7;
    internal const int Tls = 8;
    internal const int Authentication = 11;
    internal const int Errno = 14;
    internal const int NameResolution = 15;

    internal static string Describe(int code) =>
        Marshal.PtrToStringUTF8(MosquittoNative.mosquitto_strerror(code)) ?? $"error {code}";

    internal static void ThrowIfFailed(int code, string what)
    {
        if (code != Success)
        {
            throw new MqttLinkException(MqttLinkError.Rejected, $"{what}: {Describe(code)}");
        }
    }
}
