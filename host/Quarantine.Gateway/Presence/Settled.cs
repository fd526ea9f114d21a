namespace Quarantine.Gateway.Presence;

/// <summary>What is over leaves a list.</summary>
internal static class Settled
{
    /// <summary>Removes the items that are over, and returns them in their order.</summary>
    public static IReadOnlyList<T> Take<T>(List<T> items, Predicate<T> isOver)
    {
        var taken = items.FindAll(isOver);
        items.RemoveAll(isOver);
        return taken;
    }
}
