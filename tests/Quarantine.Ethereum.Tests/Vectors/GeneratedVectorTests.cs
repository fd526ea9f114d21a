using System.Diagnostics;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.Vectors;

public sealed class GeneratedVectorTests
{
    [Fact]
    public async Task Generator_RunAgain_WritesTheCommittedFiles()
    {
        var folder = Directory.CreateTempSubdirectory("quarantine-vectors-");
        try
        {
            var script = Path.Combine(VectorFile.Folder, "generate-ethereum.mjs");
            using var node = Process.Start(new ProcessStartInfo("node", [script, folder.FullName]) { WorkingDirectory = RepositoryRoot.Path })!;
            await node.WaitForExitAsync();
            Assert.Equal(0, node.ExitCode);
            var files = folder.GetFiles();
            Assert.Equal(5, files.Length);
            Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(VectorFile.Folder, file.Name)), File.ReadAllText(file.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
