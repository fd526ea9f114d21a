using Quarantine.Hardware.Tables;

namespace Quarantine.Hardware.Tests.Tables;

public sealed class CsvTests
{
    [Fact]
    public void Read_QuotedField_KeepsItsComma()
    {
        var row = Assert.Single(Csv.Read("a,b,c\n1,\"two, three\",\n"));
        Assert.Equal(["1", "two, three", ""], row.Values);
    }

    [Theory]
    [InlineData("a,b\n1\n")]
    [InlineData("a,b\n1,2,3\n")]
    [InlineData("a,b\n1,\"2\n")]
    public void Read_BrokenRow_IsRefused(string text) => Assert.Throws<FormatException>(() => Csv.Read(text));
}
