using System.CommandLine;
using System.Runtime.InteropServices;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Running;
using Quarantine.Gateway.Store;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Mqtt;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Runs the gateway until it is stopped by Ctrl-C or SIGTERM.</summary>
internal sealed class RunCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;
    private readonly KeyOpening _keys;

    public RunCommand(ProgramContext context)
        : base(context, "run", "Run the gateway until it is stopped.")
    {
        _configuration = new ConfigurationOption(this, context);
        _keys = new KeyOpening(this, context);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (options, files) = _configuration.Load(parse);
        files.CreateDirectory();
        if (HouseRegisterFile.Load(files).Broker is { } broker && broker.IsDueAt(Context.Clock.GetUtcNow()))
        {
            output.Note($"The house broker's certificate expires on {broker.CertificateExpires:yyyy-MM-dd}, and then no node connects: quarantine-gateway broker renew");
        }

        using var keys = _keys.Open(parse, options, files);
        using var database = GatewayDatabase.Open(files.Store);
        using var client = new JsonRpcClient(new Uri(options.Chain.Url), clock: Context.Clock);
        await using var service = new GatewayService(new GatewayParts
        {
            Options = options,
            Database = database,
            Keys = keys,
            HouseNumber = File.Exists(files.HouseNumber) ? HouseNumberFile.Load(files.HouseNumber) : null,
            Deployment = DeploymentFile.Load(options.DeploymentFile),
            Chain = new JsonRpcNode(client),
            Links = new MosquittoLinkFactory(),
            Clock = Context.Clock,
            Log = output.Note,
        });
        service.Start();
        output.Note($"Gateway of house {options.House} runs.");
        await WaitForStopAsync(cancellationToken);
        output.Note("Gateway stopped.");
        return ExitCode.Success;
    }

    private static async Task WaitForStopAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var asked = cancellationToken.Register(() => stopped.TrySetResult());
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        });
        await stopped.Task;
    }
}
