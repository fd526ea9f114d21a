using System.CommandLine;
using Quarantine.Worker.Inbox;

namespace Quarantine.Worker.Commands;

/// <summary>A command's option <c>--inbox</c>.</summary>
internal sealed class InboxOption
{
    private readonly Option<string> _folder = new("--inbox")
    {
        Description = "Folder in which 'watch' keeps sealed messages for 'open'.", HelpName = "DIR", DefaultValueFactory = _ => "inbox",
    };

    public InboxOption(Command command) => command.Options.Add(_folder);

    public SealedInbox Open(ParseResult parse) => new(parse.GetValue(_folder)!);
}
