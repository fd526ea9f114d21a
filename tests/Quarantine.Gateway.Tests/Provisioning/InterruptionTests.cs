using System.Security.Cryptography;
using System.Text;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Provisioning.Broker;
using Quarantine.Gateway.Provisioning.Files;
using Quarantine.Gateway.Provisioning.Nodes;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Tests.Provisioning;

/// <summary>Commands that are cut off at each of their changes, and commands whose disk fails there.</summary>
public sealed class InterruptionTests : IAsyncLifetime
{
    private const int MostChanges = 40;

    private readonly ProvisionedHouse _house = new();

    public Task InitializeAsync() => _house.SetBrokerUpAsync();

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Add_CutOffAtEachChange_TheNextCommandFindsAllOfItOrNothing()
    {
        await _house.AddNodeAsync("other");
        var (taken, kept) = (0, 0);
        for (var after = 0; Cut(after, Add); after++)
        {
            var added = Recover();
            (taken, kept) = added ? (taken, kept + 1) : (taken + 1, kept);
            Assert.True(HouseState.Has(_house, "other"));
            if (added)
            {
                await _house.DoAsync("node", "remove", "--id", "door-1");
            }
        }

        Assert.True(HouseState.Has(_house, "door-1"));
        Assert.True(taken >= 8, $"{taken} cuts were taken back");
        Assert.True(kept >= 3, $"{kept} cuts were completed");
    }

    [Fact]
    public async Task Remove_CutOffAtEachChange_TheNextCommandFindsAllOfItOrNothing()
    {
        var (taken, completed) = (0, 0);
        await _house.AddNodeAsync("door-1");
        for (var after = 0; Cut(after, session => Nodes(session).Remove("door-1")); after++)
        {
            if (Recover())
            {
                taken++;
                continue;
            }

            completed++;
            await _house.AddNodeAsync("door-1");
        }

        Assert.False(HouseState.Has(_house, "door-1"));
        Assert.True(taken >= 2, $"{taken} cuts were taken back");
        Assert.True(completed >= 5, $"{completed} cuts were completed");
    }

    [Fact]
    public void Add_TheDiskFailsAtEachChange_LeavesEverythingAsItWas()
    {
        var before = HouseState.Snapshot(_house.Terminal.Folder);
        var failures = 0;
        for (; failures < MostChanges && Fails(failures, once: true); failures++)
        {
            Assert.Equal(before, HouseState.Snapshot(_house.Terminal.Folder));
        }

        Assert.InRange(failures, 10, MostChanges - 1);
    }

    [Fact]
    public async Task Add_TheDiskFailsAndStaysBroken_TheNextCommandFindsAllOfItOrNothing()
    {
        var before = HouseState.Snapshot(_house.Terminal.Folder);
        var taken = 0;
        for (var after = 0; after < MostChanges && Fails(after, once: false); after++)
        {
            if (Recover())
            {
                await _house.DoAsync("node", "remove", "--id", "door-1");
                continue;
            }

            taken++;
            Assert.Equal(before, HouseState.Snapshot(_house.Terminal.Folder));
        }

        Assert.InRange(taken, 8, MostChanges - 1);
    }

    [Fact]
    public async Task SetUp_CutOffAtEachChange_IsRepeatedOrCompleted()
    {
        var request = new BrokerRequest(["127.0.0.1"], 8883, Listen: null, _house.BrokerDirectory, HomeAssistant: true);
        var cuts = 0;
        while (Cut(cuts, session => Broker(session).SetUp(request), forget: true))
        {
            cuts++;
            using (var session = Open(new FileChanges()))
            {
                if (session.Register.Broker is null)
                {
                    Broker(session).SetUp(request);
                }
            }

            AssertBrokerWhole();
            await _house.AddNodeAsync("door-1");
            await _house.DoAsync("node", "remove", "--id", "door-1");
        }

        AssertBrokerWhole();
        Assert.True(cuts >= 8, $"{cuts} cuts");
    }

    /// <summary>Cuts a command off; false where it had fewer changes, and so is complete.</summary>
    private bool Cut(int after, Action<ProvisioningSession> command, bool forget = false)
    {
        Assert.True(after < MostChanges);
        if (forget)
        {
            File.Delete(_house.Files.Register);
            File.Delete(_house.Broker.Configuration);
        }

        var cut = new PowerCut(after);
        try
        {
            using var session = Open(cut.Changes);
            command(session);
        }
        catch (PowerFailedException)
        {
            // The end of the program.
        }

        return cut.Happened;
    }

    /// <summary>Adds a node with a disk that fails at one change, or from one on; false where there were fewer.</summary>
    private bool Fails(int after, bool once)
    {
        var changes = 0;
        var failed = false;
        using var session = Open(new FileChanges(_ =>
        {
            if (changes++ == after || (failed && !once))
            {
                failed = true;
                throw new IOException("No space left on device");
            }
        }));
        var refusal = Record.Exception(() => Add(session));
        Assert.Equal(failed, refusal is ProvisioningException { InnerException: IOException });
        return failed;
    }

    /// <summary>Opens a session as the next command does; whether the node is there.</summary>
    private bool Recover()
    {
        using (Open(new FileChanges()))
        {
        }

        return HouseState.Has(_house, "door-1");
    }

    private void Add(ProvisioningSession session) => Nodes(session).Add(_house.DoorRequest("door-1"), []);

    private void AssertBrokerWhole()
    {
        Assert.Equal(["acl", "mosquitto.conf", "passwords", "server.pem"], Directory.GetFiles(_house.BrokerDirectory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var hash = HouseRegisterFile.Load(_house.Files).Broker!.Accounts[0].PasswordHash.Split('$');
        var password = Encoding.UTF8.GetBytes(File.ReadAllText(_house.Files.BrokerPassword).Trim());
        Assert.Equal(hash[4], Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(hash[3]), 101, HashAlgorithmName.SHA512, 64)));
        Assert.Contains("\"Port\": 8883", File.ReadAllText(_house.Configuration), StringComparison.Ordinal);
        Assert.Contains(ProvisionedHouse.Remark, File.ReadAllText(_house.Configuration), StringComparison.Ordinal);
    }

    private ProvisioningSession Open(FileChanges changes) => ProvisioningSession.Open(ProvisionedHouse.Name, _house.Files, changes);

    private BrokerProvisioner Broker(ProvisioningSession session) =>
        new(ProvisionedHouse.Name, _house.Configuration, session, _house.Terminal.Clock);

    private static NodeProvisioner Nodes(ProvisioningSession session) => new(ProvisionedHouse.Name, session);
}
