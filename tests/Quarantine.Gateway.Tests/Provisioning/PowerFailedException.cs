namespace Quarantine.Gateway.Tests.Provisioning;

/// <summary>The end of a program, which nothing in it catches.</summary>
internal sealed class PowerFailedException : Exception;
