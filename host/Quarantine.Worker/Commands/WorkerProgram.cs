using Quarantine.Messages.Mqtt;
using Quarantine.Terminal.Commands;

namespace Quarantine.Worker.Commands;

/// <summary>The command line of <c>quarantine-worker</c>.</summary>
public static class WorkerProgram
{
    public static TerminalProgram Create(ProgramContext context)
    {
        var program = new TerminalProgram(
            "quarantine-worker", "The pandemic prevention worker's console: receives, opens and answers emergencies.", context);
        program.Root.Add(new InitCommand(context));
        program.Root.Add(new WatchCommand(context, new MosquittoLinkFactory()));
        program.Root.Add(new OpenCommand(context));
        program.Root.Add(new AcknowledgeCommand(context));
        program.Root.Add(new ResolveCommand(context));
        return program;
    }
}
