using System.Collections.Immutable;

namespace Quarantine.Messages.Mqtt;

/// <summary>The subscriptions of a link. Thread-safe.</summary>
internal sealed class SubscriptionTable
{
    private ImmutableList<Subscription> _all = [];

    internal ImmutableList<Subscription> All => Volatile.Read(ref _all);

    /// <summary>Throws <see cref="ArgumentException"/> where the filter has a handler already.</summary>
    internal void Add(Subscription subscription)
    {
        ImmutableInterlocked.Update(ref _all, Added, subscription);

        static ImmutableList<Subscription> Added(ImmutableList<Subscription> all, Subscription added) =>
            all.Any(s => string.Equals(s.Filter, added.Filter, StringComparison.Ordinal))
                ? throw new ArgumentException($"There is a handler for {added.Filter} already.", nameof(added))
                : all.Add(added);
    }

    internal void Remove(Subscription subscription) =>
        ImmutableInterlocked.Update(ref _all, static (all, removed) => all.Remove(removed), subscription);

    internal IEnumerable<Subscription> For(string topic) => All.Where(s => MqttTopic.Matches(s.Filter, topic));
}
