using System.Text.Json;
using Quarantine.Gateway.Provisioning.Nodes;
using Quarantine.TestKit;

namespace Quarantine.Gateway.Tests.Provisioning.Nodes;

public sealed class NodeBoardsTests
{
    [Fact]
    public void All_IsWhatThePinMapDescribes()
    {
        using var map = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "hardware", "pinmap.json")));
        var boards = map.RootElement.GetProperty("boards").EnumerateArray().Select(board => board.GetProperty("name").GetString()!);

        Assert.Equal(boards.Order(StringComparer.Ordinal), NodeBoards.All.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("esp32-devkitc", "(4 AA)")]
    [InlineData("firebeetle-2", "(LiPo)")]
    public void LowBatteryMillivolts_OfABoard_IsWhatTheNodesPageSays(string board, string battery)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "hardware", "sensor-node", "README.md"));

        Assert.Contains($"{NodeBoards.LowBatteryMillivolts(board)} {battery}", page, StringComparison.Ordinal);
    }
}
