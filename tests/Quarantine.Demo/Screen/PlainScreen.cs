using System.Globalization;
using Quarantine.Demo.World;

namespace Quarantine.Demo.Screen;

/// <summary>Plain lines, where there is no terminal.</summary>
internal sealed class PlainScreen(TextWriter output) : IDemoScreen
{
    private DateTimeOffset _day;

    public void Tell(string text) => output.WriteLine(text);

    public void Show(DemoWorld world)
    {
        var local = world.Clock.GetUtcNow().ToOffset(DemoWorld.UtcOffset);
        if (local - _day >= TimeSpan.FromHours(6))
        {
            _day = local;
            var view = WorldView.Of(world);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{local:yyyy-MM-dd HH:mm}  {view.Home} home, {view.Away} away, {view.Unknown} unknown; {view.Events} events, {view.Reports} reports, {view.Violations} violations, {view.Transactions} transactions"));
        }
    }
}
