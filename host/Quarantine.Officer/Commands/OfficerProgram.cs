using System.CommandLine;
using Quarantine.Officer.Admission;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;

namespace Quarantine.Officer.Commands;

/// <summary>The command line of <c>quarantine-officer</c>.</summary>
public static class OfficerProgram
{
    public static TerminalProgram Create(ProgramContext context)
    {
        var program = new TerminalProgram(
            "quarantine-officer", "The officer's console: deploys policies, issues house numbers, watches communities.", context, Translate);
        program.Root.Add(new InitCommand(context));
        program.Root.Add(new DeployCommand(context));
        program.Root.Add(new Command("community", "Communities.") { new CommunityCreateCommand(context), new CommunityShowCommand(context) });
        program.Root.Add(new Command("policy", "Policies.") { new PolicySetCommand(context) });
        program.Root.Add(new IssueCommand(context));
        program.Root.Add(new PagesCommand(context));
        program.Root.Add(new FundCommand(context));
        program.Root.Add(new Command("refund", "Refunds of relays, from a balance that is prepaid for each community.")
        {
            new RefundShowCommand(context), new RefundDepositCommand(context), new RefundCapsCommand(context), new RefundWithdrawCommand(context),
        });
        program.Root.Add(new Command("worker", "Pandemic prevention workers.")
        {
            new WorkerAddCommand(context), new WorkerDutyCommand(context), new WorkerRemoveCommand(context),
        });
        program.Root.Add(new WatchCommand(context));
        program.Root.Add(new VerifyCommand(context));
        program.Root.Add(new RevokeCommand(context));
        return program;
    }

    private static ErrorReport? Translate(Exception exception) => exception is AdmissionException admission
        ? new ErrorReport(
            ExitCode.NotVerified,
            $"An enrolment request is not genuine: {FaultText.Of(admission.Faults[0].Fault)}.{More(admission.Faults.Count - 1)}",
            $"gateway {admission.Faults[0].Request.Registration.Gateway}",
            "Ask the household to send the gateway's request again. Nothing was issued.")
        : null;

    private static string More(int others) => others == 0 ? "" : $" So are {others} more.";
}
