using System.CommandLine;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Terminal.Keystores;

/// <summary>A command's options <c>--password-file</c> and <c>--password-env</c>; without either a person is asked.</summary>
public sealed class PasswordOptions
{
    private readonly Option<string?> _file = new("--password-file")
    {
        Description = "File whose first line is the keystore's password. Default: asks.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _variable = new("--password-env")
    {
        Description = "Environment variable that holds the keystore's password.",
        HelpName = "NAME",
    };

    public PasswordOptions(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(_file);
        command.Options.Add(_variable);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_file) is not null && result.GetValue(_variable) is not null)
            {
                result.AddError("Give --password-file or --password-env, not both.");
            }
        });
    }

    public PasswordSource Read(ParseResult parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        return new PasswordSource(parse.GetValue(_file), parse.GetValue(_variable));
    }
}
