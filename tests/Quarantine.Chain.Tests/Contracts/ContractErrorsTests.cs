using FsCheck;
using FsCheck.Fluent;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Contracts;

public sealed class ContractErrorsTests
{
    [Fact]
    public void TryRead_EveryErrorOfTheCompiledAbi_IsNamed()
    {
        foreach (var contract in ContractCode.Names)
        {
            foreach (var entry in CompiledAbi.EntriesOf(contract, "error"))
            {
                var words = entry.GetProperty("inputs").GetArrayLength();
                byte[] data = [.. FunctionSelector.Of(CompiledAbi.Signature(entry)).ToArray(), .. new byte[words * Bytes32.Length]];

                Assert.True(ContractErrors.TryRead(new RevertData(data), out var error));
                Assert.Equal(entry.GetProperty("name").GetString(), error.Name);
                Assert.Equal(words, error.Arguments.Count);
            }
        }
    }

    [Fact]
    public void Describe_ArgumentsOfSeveralTypes_AreReadable()
    {
        var gateway = Address.Parse("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
        var data = new AbiWriter().Address(gateway).UInt64(5).UInt64(9).ToCall(FunctionSelector.Of("HouseNumberOutdated(address,uint64,uint64)"));
        Assert.Equal($"HouseNumberOutdated(gateway: {gateway}, issuedAt: 5, latest: 9)", ContractErrors.Describe(new RevertData(data)));

        var offset = new AbiWriter().Int32(-50_000).ToCall(FunctionSelector.Of("OffsetOutOfRange(int32)"));
        Assert.Equal("OffsetOutOfRange(utcOffset: -50000)", ContractErrors.Describe(new RevertData(offset)));
    }

    [Fact]
    public void Describe_AStrangersRevert_SaysWhatItCan()
    {
        Assert.Equal("no reason given", ContractErrors.Describe(new RevertData(default)));
        Assert.Equal("0x01020304", ContractErrors.Describe(new RevertData(new byte[] { 1, 2, 3, 4 })));
        byte[] shortened = [.. FunctionSelector.Of("TagSpent(uint256)").ToArray(), 1, 2];
        Assert.Equal("TagSpent()", ContractErrors.Describe(new RevertData(shortened)));
    }

    [Fact]
    public void Describe_AnyBytes_NeverThrows() =>
        Prop.ForAll<byte[]>(bytes => ContractErrors.Describe(new RevertData(bytes)).Length > 0).QuickCheckThrowOnFailure();
}
