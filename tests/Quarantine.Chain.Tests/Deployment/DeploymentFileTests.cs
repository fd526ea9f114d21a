using FsCheck;
using FsCheck.Fluent;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Deployment;

public sealed class DeploymentFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-deployment-").FullName;

    private string FilePath => Path.Combine(_folder, "deployment.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_WhatSaveWrote_IsTheSame()
    {
        var deployment = new QuarantineDeployment(31_337, Contract(1), Contract(5), Contract(2), 6)
        {
            Policies = new Dictionary<string, Address>(StringComparer.Ordinal) { ["general"] = Contract(3), ["strong"] = Contract(4) },
        };

        DeploymentFile.Save(FilePath, deployment);
        var read = DeploymentFile.Load(FilePath);

        Assert.Equal(deployment with { Policies = read.Policies }, read);
        Assert.Equal(deployment.Policies, read.Policies);
    }

    [Theory]
    [InlineData("{}", "chainId")]
    [InlineData("""{"chainId":"1"}""", "chainId")]
    [InlineData("""{"chainId":1,"registry":"0x00"}""", "registry")]
    [InlineData("""{"chainId":1,"registry":"0x0000000000000000000000000000000000000000"}""", "registry")]
    [InlineData("""{"chainId":1,"registry":"0x0000000000000000000000000000000000000001"}""", "relayFund")]
    [InlineData(
        """{"chainId":1,"registry":"0x0000000000000000000000000000000000000001","relayFund":"0x0000000000000000000000000000000000000002"}""",
        "emergencyBoard")]
    [InlineData("[]", "not a deployment file")]
    [InlineData("{", "not a deployment file")]
    public void Load_AFileThatIsNone_NamesFileAndMember(string text, string named)
    {
        File.WriteAllText(FilePath, text);

        var exception = Assert.Throws<InvalidDataException>(() => DeploymentFile.Load(FilePath));
        Assert.Contains(FilePath, exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnyBytes_ThrowsInvalidDataOnly() => Prop.ForAll<byte[]>(bytes =>
    {
        File.WriteAllBytes(FilePath, bytes);
        Assert.Throws<InvalidDataException>(() => DeploymentFile.Load(FilePath));
    }).QuickCheckThrowOnFailure();

    private static Address Contract(byte number) => new([.. new byte[19], number]);
}
