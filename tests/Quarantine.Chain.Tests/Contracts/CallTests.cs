using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Contracts;

/// <summary>Calldata against the selectors of the compiled ABI; that the arguments are right, the tests on a real chain show.</summary>
public sealed class CallTests
{
    private static readonly Bytes32 Word = Bytes32.FromUInt64(7);
    private static readonly Address Account = Address.Parse("0x00000000000000000000000000000000000000aa");

    [Fact]
    public void Registry_EveryCall_HasTheSelectorOfTheCompiledAbi()
    {
        AssertCalls(
            "CommunityRegistry",
            ("createCommunity", CommunityRegistryCalls.CreateCommunity(Word, TimeSpan.FromHours(-3), 16, 8)),
            ("schedulePolicy", CommunityRegistryCalls.SchedulePolicy(Word, Account, 9)),
            ("admit", CommunityRegistryCalls.Admit([])),
            ("renew", CommunityRegistryCalls.Renew(HouseNumber())),
            ("revoke", CommunityRegistryCalls.Revoke(Word, Account)),
            ("closeQueue", CommunityRegistryCalls.CloseQueue(Word, [1, 2])),
            ("cutPages", CommunityRegistryCalls.CutPages(Word, [Word])),
            ("fixSeed", CommunityRegistryCalls.FixSeed(Word)),
            ("postponeSeed", CommunityRegistryCalls.PostponeSeed(Word)),
            ("registerWorker", CommunityRegistryCalls.RegisterWorker(Word, Account, Word, Word)),
            ("setWorkerDuty", CommunityRegistryCalls.SetWorkerDuty(Word, Account, onDuty: true)),
            ("removeWorker", CommunityRegistryCalls.RemoveWorker(Word, Account)));
    }

    [Theory]
    [InlineData("GeneralQuarantine")]
    [InlineData("ModerateQuarantine")]
    [InlineData("StrongQuarantine")]
    public void Policy_EveryCall_HasTheSelectorOfTheCompiledAbi(string policy)
    {
        var signature = new LsagSignature(Word, new Tag(Word, 1), [Word, Word]);
        AssertCalls(
            policy,
            ("report", QuarantinePolicyCalls.Report(new SignedReport(Account, Word, ReportKind.Alert, 3, Word, 0, signature))),
            ("isSpent", QuarantinePolicyCalls.IsSpent(Word, ReportKind.Daily, 3, Word)),
            ("thresholds", QuarantinePolicyCalls.Thresholds()),
            ("alerts", QuarantinePolicyCalls.Alerts()));
    }

    [Fact]
    public void Board_EveryCall_HasTheSelectorOfTheCompiledAbi()
    {
        AssertCalls(
            "EmergencyBoard",
            ("post", EmergencyBoardCalls.Post(Word, Word)),
            ("publish", EmergencyBoardCalls.Publish(Word, [1, 2, 3])),
            ("acknowledge", EmergencyBoardCalls.Acknowledge(Word, Word)),
            ("resolve", EmergencyBoardCalls.Resolve(Word, Word)));
    }

    private static SignedHouseNumber HouseNumber()
    {
        using var member = TestMember.Of(1);
        var domain = RegistryDomain.Of(31_337, Account);
        return new VirtualHouseNumber(Word, Account, 1, 86_400).Sign(domain, member.Account);
    }

    private static void AssertCalls(string contract, params (string Function, byte[] Calldata)[] calls)
    {
        var functions = CompiledAbi.SignaturesOf(contract, "function");
        Assert.All(calls, call =>
        {
            var signature = Assert.Single(functions, function => function.StartsWith($"{call.Function}(", StringComparison.Ordinal));
            Assert.Equal(FunctionSelector.Of(signature).ToArray(), call.Calldata[..FunctionSelector.Length]);
        });
    }
}
