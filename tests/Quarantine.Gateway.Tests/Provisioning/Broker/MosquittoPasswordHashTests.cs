using System.Diagnostics;
using Quarantine.Gateway.Provisioning.Broker;

namespace Quarantine.Gateway.Tests.Provisioning.Broker;

public sealed class MosquittoPasswordHashTests
{
    [Fact]
    public void Of_TheSamePasswordTwice_HasAnotherSalt() => Assert.NotEqual(MosquittoPasswordHash.Of("a"), MosquittoPasswordHash.Of("a"));

    /// <summary>Mosquitto's own program makes the same number of fields of the same lengths.</summary>
    [Fact]
    public void Of_APassword_HasTheFormThatMosquittosOwnProgramWrites()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var program = Process.Start("mosquitto_passwd", ["-b", file, "user", "password"]))
            {
                program.WaitForExit();
            }

            Assert.Equal(Form(File.ReadAllText(file).Trim()["user:".Length..]), Form(MosquittoPasswordHash.Of("password")));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (string Kind, string Iterations, int Salt, int Hash) Form(string hash)
    {
        var fields = hash.Split('$');
        return (fields[1], fields[2], Convert.FromBase64String(fields[3]).Length, Convert.FromBase64String(fields[4]).Length);
    }
}
