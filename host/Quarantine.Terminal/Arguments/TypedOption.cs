using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Quarantine.Terminal.Arguments;

/// <summary>Options and arguments whose text is read by a parser of this system's types, with an error that says what is accepted.</summary>
public static class TypedOption
{
    /// <summary>Reads a text; false where it is none.</summary>
    public delegate bool TryParse<T>(string text, out T value);

    /// <summary>An option that must be given.</summary>
    /// <param name="name">As typed, with its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="helpName">The value's name in the help.</param>
    /// <param name="parse">The reader.</param>
    /// <param name="accepted">What it accepts: "an address: 0x and 40 hexadecimal digits".</param>
    public static Option<T> Required<T>(string name, string description, string helpName, TryParse<T> parse, string accepted) =>
        new(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.ExactlyOne, Required = true, CustomParser = Parser(parse, accepted) };

    /// <summary>An option that may be left out, and then has a default.</summary>
    public static Option<T> Optional<T>(string name, string description, string helpName, TryParse<T> parse, string accepted, T absent) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = Parser(parse, accepted),
            DefaultValueFactory = _ => absent,
        };

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<int> Number(string name, string description, int least, int most, int absent) => Optional<int>(
        name,
        description,
        "N",
        (string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
        $"a whole number from {least} to {most}",
        absent);

    /// <summary>An option that may be left out, or given several times.</summary>
    public static Option<T[]> Several<T>(string name, string description, string helpName, TryParse<T> parse, string accepted) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => Read(token, result, parse, accepted))],
    };

    /// <summary>An argument that must be given.</summary>
    public static Argument<T> Argument<T>(string name, string description, TryParse<T> parse, string accepted) =>
        new(name) { Description = description, CustomParser = Parser(parse, accepted) };

    /// <summary>One or more arguments.</summary>
    public static Argument<T[]> Arguments<T>(string name, string description, TryParse<T> parse, string accepted) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Read(token, result, parse, accepted))],
    };

    /// <summary>Reads the first token of an option or argument; adds an error where it is none.</summary>
    public static T Read<T>(ArgumentResult result, TryParse<T> parse, string accepted)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Read(result.Tokens[0], result, parse, accepted);
    }

    private static Func<ArgumentResult, T> Parser<T>(TryParse<T> parse, string accepted) =>
        result => Read(result, parse, accepted);

    private static T Read<T>(Token token, ArgumentResult result, TryParse<T> parse, string accepted)
    {
        if (!parse(token.Value, out var value))
        {
            var name = result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
            result.AddError($"{name}: '{token.Value}' is not {accepted}.");
        }

        return value;
    }
}
