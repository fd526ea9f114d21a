namespace Quarantine.Gateway.Provisioning;

/// <summary>A node or the broker cannot be set up as asked; nothing was changed unless the message says so. Never holds a secret.</summary>
/// <param name="what">What happened.</param>
/// <param name="where">The file, folder or option.</param>
/// <param name="next">What to do next.</param>
/// <param name="inner">The cause; null for none.</param>
public sealed class ProvisioningException(string what, string where, string next, Exception? inner = null) : Exception(what, inner)
{
    public string Where { get; } = where;

    public string Next { get; } = next;
}
