using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Provisioning.Nodes;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Gateway.Tests.Provisioning.Nodes;

public sealed class WifiCredentialsTests
{
    [Theory]
    [InlineData("home", "12345678")]
    [InlineData("home", "")]
    [InlineData("Müllers Netz 网络", "p\"ss\\word")]
    [InlineData("home", "0123456789abcdefABCDEF0123456789abcdef0123456789abcdef0123456789")]
    public void Create_WhatARouterAccepts_IsTaken(string name, string password)
    {
        using var wifi = WifiCredentials.Create(name, new Password(password), "here");

        Assert.Equal(name, wifi.Name);
        Assert.Equal(password, wifi.Password.ToString());
        Assert.DoesNotContain(password.Length > 0 ? password : "secret", wifi.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "12345678")]
    [InlineData("a name of more than thirty-two bytes", "12345678")]
    [InlineData("line\nbreak", "12345678")]
    [InlineData("home", "1234567")]
    [InlineData("home", "passwörter")]
    [InlineData("home", "0123456789abcdefABCDEF0123456789abcdef0123456789abcdef012345678x")]
    public void Create_WhatNoRouterAccepts_IsRefusedWithoutRepeatingThePassword(string name, string password)
    {
        var refusal = Assert.Throws<ProvisioningException>(() => WifiCredentials.Create(name, new Password(password), "here"));

        Assert.DoesNotContain(password, refusal.ToString(), StringComparison.Ordinal);
    }
}
