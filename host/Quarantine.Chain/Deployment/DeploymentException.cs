namespace Quarantine.Chain.Deployment;

/// <summary>The chain is not the one of a deployment, or its contracts are not there.</summary>
public sealed class DeploymentException(string message) : Exception(message);
