namespace Quarantine.Gateway.Configuration;

/// <summary>The configuration cannot be used; the message says which setting, and what it accepts.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
