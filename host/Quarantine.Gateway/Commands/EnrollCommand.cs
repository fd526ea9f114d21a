using System.CommandLine;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Writes the request by which an officer enrols this gateway.</summary>
internal sealed class EnrollCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;
    private readonly KeyOpening _keys;
    private readonly Option<string> _out = new("--out") { Description = "Where to write the request.", HelpName = "FILE", DefaultValueFactory = _ => "enrolment-request.json" };

    public EnrollCommand(ProgramContext context)
        : base(context, "enroll", "Write the request by which an officer enrols this gateway.")
    {
        _configuration = new ConfigurationOption(this, context);
        _keys = new KeyOpening(this, context);
        Options.Add(_out);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (options, files) = _configuration.Load(parse);
        var deployment = DeploymentFile.Load(options.DeploymentFile);
        using var keys = _keys.Open(parse, options, files);
        var request = keys.CreateEnrolmentRequest(deployment.Domain, Bytes32.Parse(options.CommunityId));
        var path = Path.GetFullPath(parse.GetValue(_out)!);
        EnrolmentRequestFile.Save(path, request);
        output.Show(new Facts("Enrolment request")
            .Add("File", "file", path)
            .Add("Account", "account", keys.Account.Address.ToString())
            .Add("Next", "next", "Give the file to the officer; then: quarantine-gateway accept --house-number FILE"));
        return Task.FromResult(ExitCode.Success);
    }
}
