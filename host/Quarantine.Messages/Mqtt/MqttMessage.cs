namespace Quarantine.Messages.Mqtt;

/// <summary>A message that arrived. All of it comes from outside: judge it before using it.</summary>
/// <param name="Topic">Valid UTF-8, otherwise untrusted.</param>
/// <param name="Payload">The link's own copy, which the receiver may keep.</param>
/// <param name="Retained">True where the broker sent what it had kept from before the subscription.</param>
public sealed record MqttMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained);
