using Quarantine.Demo.World;

namespace Quarantine.Demo.Screen;

/// <summary>Shows the demo while it runs.</summary>
internal interface IDemoScreen
{
    /// <summary>Something happened that is worth a line.</summary>
    void Tell(string text);

    /// <summary>The world as it is at this moment.</summary>
    void Show(DemoWorld world);
}
