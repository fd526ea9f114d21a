using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Keystore;
using Quarantine.Ethereum.Nodes;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Terminal.Errors;

/// <summary>Turns an exception into a report: the program's own translations first, then those of what every program uses.</summary>
public static class ErrorTranslator
{
    public static ErrorReport Translate(Exception exception, IReadOnlyList<ErrorTranslation> own)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(own);
        return (exception as CommandException)?.Report
            ?? own.Select(translate => translate(exception)).FirstOrDefault(report => report is not null)
            ?? OfSystem(exception)
            ?? OfEthereum(exception)
            ?? OfSystemOnChain(exception)
            ?? new ErrorReport(
                ExitCode.Failure,
                $"The program failed: {exception.Message}",
                exception.GetType().Name,
                "Look at the chain or the files before you repeat the command; if it fails again, report it with this text.");
    }

    private static ErrorReport? OfSystem(Exception exception) => exception switch
    {
        OperationCanceledException => new ErrorReport(
            ExitCode.Cancelled, "Stopped before the work was done.", "", "What was sent already may still take effect: look before you repeat it."),
        FileNotFoundException missing => new ErrorReport(
            ExitCode.Input, "A file does not exist.", missing.FileName ?? "", "Check the path, or make the file first."),
        DirectoryNotFoundException => new ErrorReport(
            ExitCode.Input, $"A folder does not exist: {exception.Message}", "", "Check the path, or make the folder first."),
        UnauthorizedAccessException => new ErrorReport(
            ExitCode.Input, $"A file may not be used: {exception.Message}", "", "Check the file's owner and permissions."),
        InvalidDataException => new ErrorReport(
            ExitCode.Input, exception.Message, "", "Check that it is the right file, and whole."),
        IOException => new ErrorReport(
            ExitCode.Input, $"A file cannot be read or written: {exception.Message}", "", "Check the path and the free space."),
        DllNotFoundException => new ErrorReport(
            ExitCode.Failure, $"A library of the system is missing: {exception.Message}", "", "Install it: sudo apt-get install libsecp256k1-1 libmosquitto1"),
        _ => null,
    };

    private static ErrorReport? OfEthereum(Exception exception) => exception switch
    {
        KeystoreException keystore => OfKeystore(keystore, ""),
        JsonRpcException { Failure: JsonRpcFailure.Transport or JsonRpcFailure.Timeout } node => new ErrorReport(
            ExitCode.Unreachable, "The chain node does not answer.", node.Message, "Check that it runs, and its address in --rpc."),
        JsonRpcException { Failure: JsonRpcFailure.ErrorResponse } node => new ErrorReport(
            ExitCode.Refused, "The chain node refused a call.", node.Message, "Check the node's log, or try another node with --rpc."),
        JsonRpcException node => new ErrorReport(
            ExitCode.Unreachable, "The chain node's answer makes no sense.", node.Message, "Check that --rpc is an Ethereum JSON-RPC address."),
        RevertException revert => new ErrorReport(
            ExitCode.Refused, $"The contract refused: {ContractErrors.Describe(revert.Revert)}", "", RefusalAdvice.Of(revert.Revert)),
        _ => null,
    };

    private static ErrorReport? OfSystemOnChain(Exception exception) => exception switch
    {
        TransactionException { Outcome: SendOutcome.InsufficientFunds } => new ErrorReport(
            ExitCode.Refused, exception.Message, "", "Send ether to the account, then repeat the command."),
        TransactionException => new ErrorReport(
            ExitCode.Refused, exception.Message, "", "Look at the chain before you repeat the command: it may have happened."),
        DeploymentException => new ErrorReport(
            ExitCode.Refused,
            exception.Message,
            "--deployment",
            "Check that --rpc and --deployment belong to one system, and that this program is of the build that deployed it."),
        ContractAnswerException => new ErrorReport(
            ExitCode.Refused, exception.Message, "--deployment", "Check --rpc and --deployment: they belong to two systems."),
        MqttLinkException => new ErrorReport(
            ExitCode.Unreachable, exception.Message, "--broker", "Check that the broker runs, its address, and the user or certificate."),
        _ => null,
    };

    /// <summary>What to say of a keystore in the file <paramref name="path"/>.</summary>
    internal static ErrorReport OfKeystore(KeystoreException exception, string path) => exception.Failure switch
    {
        KeystoreFailure.WrongPassword => new ErrorReport(
            ExitCode.Key, exception.Message, path, "Try again with the right password, or restore the keystore from its backup."),
        KeystoreFailure.TooExpensive => new ErrorReport(
            ExitCode.Key, exception.Message, path, "Encrypt the key anew with scrypt's usual parameters, for instance with cast or geth."),
        _ => new ErrorReport(
            ExitCode.Key, exception.Message, path, "Check that it is a Web3 Secret Storage file, version 3, or restore it from its backup."),
    };
}
