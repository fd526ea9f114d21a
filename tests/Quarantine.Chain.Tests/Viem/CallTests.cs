using System.Reflection;
using System.Text.Json.Nodes;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Tests.Contracts;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>Calldata as this library builds it, read by viem.</summary>
public sealed class CallTests(ViemOracle viem) : IClassFixture<ViemOracle>
{
    [Fact]
    public async Task Calls_OfEveryBuilder_DecodeToTheirArgumentsAndEncodeAgainToTheSameBytes()
    {
        foreach (var call in BoundCalls.All())
        {
            var data = Hex.Encode(call.Data);
            var (read, failure) = await viem.AskAsync(new JsonObject { ["ask"] = "call", ["contract"] = call.Contract, ["data"] = data });

            Assert.True(read is not null, $"{call.Builder}: {call.Contract} takes no such call: {failure}");
            Assert.True(call.Function == (string)read["name"]!, $"{call.Builder}: calls {read["name"]}");
            Assert.True(
                AbiText.AreEqual(call.Arguments, read["args"]),
                $"{call.Builder}: viem reads {read["args"]!.ToJsonString()}, written was {call.Arguments.ToJsonString()}");
            Assert.True(data == (string)read["encoded"]!, $"{call.Builder}: viem encodes {read["encoded"]}, this library {data}");
        }
    }

    [Fact]
    public void Calls_OfEveryBuilder_AreAmongThoseThatViemReads()
    {
        var builders = typeof(ContractErrors).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(ContractErrors).Namespace && type.Name.EndsWith("Calls", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(byte[]))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Equal(builders.Distinct().Order(), BoundCalls.All().Select(call => call.Builder).Distinct().Order());
    }

    /// <summary>Whatever changes a contract's state and is not built here, is for other hands.</summary>
    [Fact]
    public void Functions_ThatChangeAContract_AreBuiltOrLeftOutForAReason()
    {
        Dictionary<string, string> notBuilt = new(StringComparer.Ordinal)
        {
            ["grantRole"] = "the chief officer appoints officers: with the office's own tools",
            ["revokeRole"] = "as grantRole",
            ["renounceRole"] = "as grantRole",
            ["beginDefaultAdminTransfer"] = "the chief officer's hand-over: with the office's own tools",
            ["acceptDefaultAdminTransfer"] = "as beginDefaultAdminTransfer",
            ["cancelDefaultAdminTransfer"] = "as beginDefaultAdminTransfer",
            ["changeDefaultAdminDelay"] = "as beginDefaultAdminTransfer",
            ["rollbackDefaultAdminDelay"] = "as beginDefaultAdminTransfer",
            ["refund"] = "a policy's call",
        };
        var changing =
            from contract in ContractCode.Names
            from entry in CompiledAbi.EntriesOf(contract, "function")
            where entry.GetProperty("stateMutability").GetString() is "nonpayable" or "payable"
            select entry.GetProperty("name").GetString()!;

        Assert.Equal(notBuilt.Keys.Order(), changing.Distinct().Except(BoundCalls.All().Select(call => call.Function)).Order());
    }
}
