namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>Mosquitto's password file: a line <c>user:hash</c> for each user.</summary>
internal static class PasswordFile
{
    public static string Of(string house, HouseRegister register) => string.Concat(
        register.Broker!.Accounts.Select(account => Line(account.User, account.PasswordHash))
            .Concat(register.Nodes.Select(node => Line(BrokerUser.OfNode(house, node.Id), node.PasswordHash))));

    private static string Line(string user, string hash) => $"{user}:{hash}\n";
}
