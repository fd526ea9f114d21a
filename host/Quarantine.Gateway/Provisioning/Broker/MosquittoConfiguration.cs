namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>The broker's <c>mosquitto.conf</c>: TLS only, everybody by password, each with the rights of the access list, and bounds on all of it.</summary>
internal static class MosquittoConfiguration
{
    public static string Of(RegisteredBroker broker, BrokerFolder folder) =>
        $"""
        # Written by quarantine-gateway from the house's register; a change here is lost. What each line is for: hardware/gateway/README.md.

        # Who may do what. per_listener_settings stays off: whatever listener is added, the same users have the same rights.
        allow_anonymous false
        password_file {folder.Passwords}
        acl_file {folder.AccessList}

        # Sessions and retained messages survive a restart. No event depends on it: nodes send until the gateway has stored.
        persistence true
        persistence_location {folder.Store}/
        autosave_interval 1800
        persistent_client_expiration 14d

        # Bounds: a node that goes mad fills neither memory nor disk.
        message_size_limit 8192
        max_packet_size 16384
        max_queued_messages 1000
        max_queued_bytes 1048576
        max_inflight_messages 100
        sys_interval 0

        # The journal keeps it, and bounds it.
        log_dest stderr
        log_type error
        log_type warning
        log_type notice
        connection_messages true

        listener {broker.Port}{(broker.Listen is { } address ? $" {address}" : "")}
        max_connections 64
        certfile {folder.Certificate}
        keyfile {folder.Certificate}
        use_username_as_clientid true
        set_tcp_nodelay true

        """;
}
