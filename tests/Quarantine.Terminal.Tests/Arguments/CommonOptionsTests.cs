using System.CommandLine;
using Quarantine.Terminal.Arguments;

namespace Quarantine.Terminal.Tests.Arguments;

public sealed class CommonOptionsTests
{
    [Theory]
    [InlineData("--community", "")]
    [InlineData("--community", "Riverside")]
    [InlineData("--community", "a-name-that-is-longer-than-thirty-one-letters")]
    [InlineData("--community", "0x12")]
    [InlineData("--community", "river side")]
    [InlineData("--account", "0x12")]
    [InlineData("--account", "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266")]
    [InlineData("--until", "2026-02-30")]
    [InlineData("--until", "30.1.2026")]
    [InlineData("--until", "1969-12-31")]
    [InlineData("--until", "2026-1-1")]
    [InlineData("--amount", "-1")]
    [InlineData("--amount", "1e18")]
    [InlineData("--number", "0")]
    [InlineData("--number", "11")]
    [InlineData("--number", "99999999999999999999")]
    [InlineData("--number", "1.0")]
    public void Parse_AValueThatIsNone_IsAnErrorThatNamesOptionAndValue(string option, string value)
    {
        var error = Assert.Single(All().Parse([option, value]).Errors);
        Assert.StartsWith($"{option}: '{value}' is not ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--community", "riverside")]
    [InlineData("--community", "0x00000000000000000000000000000000000000000000000000000000000000ff")]
    [InlineData("--account", "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266")]
    [InlineData("--account", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266")]
    [InlineData("--until", "2026-01-31")]
    [InlineData("--amount", "0.05")]
    [InlineData("--number", "10")]
    public void Parse_AValueOfItsKind_IsTaken(string option, string value) => Assert.Empty(All().Parse([option, value]).Errors);

    private static RootCommand All()
    {
        var root = new RootCommand();
        foreach (var option in (Option[])[CommonOptions.Community(), CommonOptions.Account("--account", ""), CommonOptions.Day("--until", ""), CommonOptions.Ether("--amount", ""), TypedOption.Number("--number", "", 1, 10, 5)])
        {
            option.Required = false;
            root.Options.Add(option);
        }

        root.SetAction(_ => 0);
        return root;
    }
}
