using System.Runtime.InteropServices;

namespace Quarantine.Messages.Mqtt.Native;

/// <summary>The functions of libmosquitto 2.0 that are used, as declared in its header mosquitto.h.</summary>
internal static unsafe partial class MosquittoNative
{
    internal const int OptionReceiveMaximum = 4;
    internal const int OptionSendMaximum = 5;
    internal const int OptionTcpNoDelay = 11;
    internal const int LogWarning = 0x04;
    internal const int LogError = 0x08;

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_lib_init();

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial nint mosquitto_strerror(int code);

    [LibraryImport(MosquittoLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint mosquitto_new(string clientId, [MarshalAs(UnmanagedType.U1)] bool cleanSession, nint state);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial void mosquitto_destroy(nint client);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_threaded_set(nint client, [MarshalAs(UnmanagedType.U1)] bool threaded);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_int_option(nint client, int option, int value);

    [LibraryImport(MosquittoLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_username_pw_set(nint client, string userName, string? password);

    [LibraryImport(MosquittoLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_will_set(nint client, string topic, int length, byte* payload, int qualityOfService, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(MosquittoLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_tls_set(nint client, string caFile, string? caPath, string? certificateFile, string? keyFile, delegate* unmanaged<byte*, int, int, void*, int> password);

    [LibraryImport(MosquittoLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_connect_async(nint client, string host, int port, int keepAlive);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_disconnect(nint client);

    [LibraryImport(MosquittoLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_publish(nint client, int* packetId, string topic, int length, byte* payload, int qualityOfService, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(MosquittoLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_subscribe(nint client, int* packetId, string filter, int qualityOfService);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_socket(nint client);

    [LibraryImport(MosquittoLibrary.Name)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool mosquitto_want_write(nint client);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_loop_read(nint client, int packets);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_loop_write(nint client, int packets);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial int mosquitto_loop_misc(nint client);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial void mosquitto_connect_callback_set(nint client, delegate* unmanaged<nint, nint, int, void> callback);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial void mosquitto_publish_callback_set(nint client, delegate* unmanaged<nint, nint, int, void> callback);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial void mosquitto_subscribe_callback_set(nint client, delegate* unmanaged<nint, nint, int, int, int*, void> callback);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial void mosquitto_message_callback_set(nint client, delegate* unmanaged<nint, nint, NativeMessage*, void> callback);

    [LibraryImport(MosquittoLibrary.Name)]
    internal static partial void mosquitto_log_callback_set(nint client, delegate* unmanaged<nint, nint, int, byte*, void> callback);
}
