using System.Reflection;
using Quarantine.Hardware.Outputs;

namespace Quarantine.Hardware.Tests.Outputs;

public sealed class ProgramTests
{
    [Fact]
    public void Check_OfTheRepository_ExitsWithZero() => Assert.Equal(0, Run("check", Hardware.Files.Root));

    [Fact]
    public void Check_DriftedCopy_ExitsWithOne()
    {
        using var copy = new HardwareCopy();
        copy.Change(GeneratedFiles.FirmwarePath, source => source.Replace("door: 32", "door: 33", StringComparison.Ordinal));
        Assert.Equal(1, Run("check", copy.Files.Root));
    }

    [Fact]
    public void Write_DriftedCopy_MakesItRight()
    {
        using var copy = new HardwareCopy();
        copy.Change(GeneratedFiles.FirmwarePath, source => source.Replace("door: 32", "door: 33", StringComparison.Ordinal));
        Directory.Delete(copy.Files.PathOf(RepositoryFiles.SensorNode + "/wiring"), recursive: true);

        Assert.Equal(0, Run("write", copy.Files.Root));
        Assert.Empty(GeneratedFiles.Drifted(copy.Files));
    }

    [Fact]
    public void Write_MapThatBreaksARule_WritesNothing()
    {
        using var copy = new HardwareCopy();
        copy.Change(RepositoryFiles.PinMapPath, json => json.Replace("\"door\": { \"gpio\": 32", "\"door\": { \"gpio\": 12", StringComparison.Ordinal));
        var before = copy.Files.Read(GeneratedFiles.FirmwarePath);

        Assert.Equal(1, Run("write", copy.Files.Root));
        Assert.Equal(before, copy.Files.Read(GeneratedFiles.FirmwarePath));
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("{}")]
    public void Check_MapThatIsNone_ExitsWithOne(string json)
    {
        using var copy = new HardwareCopy();
        copy.Change(RepositoryFiles.PinMapPath, _ => json);
        Assert.Equal(1, Run("check", copy.Files.Root));
    }

    [Theory]
    [InlineData("draw")]
    [InlineData("check", "one", "two")]
    [InlineData]
    public void Run_WrongCommand_ExitsWithTwo(params string[] arguments) => Assert.Equal(2, Run(arguments));

    private static int Run(params string[] arguments)
    {
        var exit = typeof(RepositoryFiles).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null);
        return Assert.IsType<int>(exit);
    }
}
