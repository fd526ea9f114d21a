using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>One community for all scenarios of a class; <see cref="CommunityScenario"/> puts it back after each.</summary>
public sealed class CommunityFixture : IAsyncLifetime
{
    public TestCommunity Community { get; private set; } = null!;

    public async Task InitializeAsync() => Community = await TestCommunity.StartAsync();

    public async Task DisposeAsync() => await Community.DisposeAsync();
}
