using System.Text.Json;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Keystore;
using Quarantine.Ethereum.Nodes;
using Quarantine.Messages.Mqtt;
using Quarantine.Terminal.Errors;
using Quarantine.TestKit.Programs;

namespace Quarantine.Terminal.Tests.Errors;

public sealed class ErrorTranslatorTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    public static TheoryData<Exception, ExitCode> Known => new()
    {
        { new CommandException(ExitCode.NotVerified, "What.", "where", "Next."), ExitCode.NotVerified },
        { new OperationCanceledException(), ExitCode.Cancelled },
        { new TaskCanceledException(), ExitCode.Cancelled },
        { new FileNotFoundException("gone", "/x"), ExitCode.Input },
        { new DirectoryNotFoundException("gone"), ExitCode.Input },
        { new UnauthorizedAccessException("no"), ExitCode.Input },
        { new InvalidDataException("/x: not a deployment file."), ExitCode.Input },
        { new IOException("full"), ExitCode.Input },
        { new DllNotFoundException("libx"), ExitCode.Failure },
        { new KeystoreException(KeystoreFailure.WrongPassword, "wrong"), ExitCode.Key },
        { new JsonRpcException(JsonRpcFailure.Transport, "eth_call", "no connection"), ExitCode.Unreachable },
        { new JsonRpcException(JsonRpcFailure.Timeout, "eth_call", "late"), ExitCode.Unreachable },
        { new JsonRpcException(JsonRpcFailure.Malformed, "eth_call", "nonsense"), ExitCode.Unreachable },
        { new RevertException(new RevertData(FunctionSelector.Of("RoundNotCut(bytes32)").ToArray())), ExitCode.Refused },
        { new RevertException(new RevertData(default)), ExitCode.Refused },
        { new TransactionException(SendOutcome.InsufficientFunds, "poor"), ExitCode.Refused },
        { new DeploymentException("elsewhere"), ExitCode.Refused },
        { new MqttLinkException(MqttLinkError.Unreachable, "away"), ExitCode.Unreachable },
        { new InvalidOperationException("a fault"), ExitCode.Failure },
    };

    [Fact]
    public void Translate_AChainWhosePrecompileDiffers_SaysInWhichCaseAndThatNothingCanBeDeployed()
    {
        var data = new AbiWriter().UInt64(4).ToCall(FunctionSelector.Of("PrecompileDiffers(uint256)"));

        var report = ErrorTranslator.Translate(new RevertException(new RevertData(data)), []);

        Assert.Equal("The contract refused: PrecompileDiffers(testCase: 4)", report.What);
        Assert.Contains("nothing can be deployed on it", report.Next, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Translate_EveryKindOfFailure_HasItsCodeAndAdvice(Exception exception, ExitCode code)
    {
        var report = ErrorTranslator.Translate(exception, []);
        Assert.Equal(code, report.Code);
        Assert.NotEmpty(report.What);
        Assert.NotEmpty(report.Next);
    }

    [Fact]
    public void Translate_WhatTheProgramKnows_IsTheProgramsReport()
    {
        var own = new ErrorReport(ExitCode.Input, "Mine.", "", "Do this.");
        Assert.Same(own, ErrorTranslator.Translate(new InvalidOperationException(), [_ => null, exception => exception is InvalidOperationException ? own : null]));
    }

    [Fact]
    public async Task RunAsync_ACommandThatFails_TellsAPersonOrAMachine()
    {
        var text = await _terminal.RunAsync(FailingProgram.Create, "fail");
        Assert.Equal((int)ExitCode.Input, text.ExitCode);
        Assert.Empty(text.Output);
        Assert.Equal("Error: What \uFFFD[31m happened.\n  where: /some/where\n  next:  Do this.\n", text.Error);

        var json = await _terminal.RunAsync(FailingProgram.Create, "fail", "--json");
        var error = JsonDocument.Parse(json.Error).RootElement.GetProperty("error");
        Assert.Equal(3, error.GetProperty("code").GetInt32());
        Assert.Equal("Input", error.GetProperty("name").GetString());
        Assert.Equal("What \u001b[31m happened.", error.GetProperty("what").GetString());
    }
}
