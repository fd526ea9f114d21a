using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Transactions;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.Nodes;

/// <summary>Signs and sends transactions of anvil's accounts.</summary>
internal static class Wallet
{
    internal const ulong Gwei = 1_000_000_000;

    internal static Eip1559Transaction Transaction(ulong accountNonce, Address? to, ReadOnlyMemory<byte> data = default) => new()
    {
        ChainId = 31_337,
        AccountNonce = accountNonce,
        MaxPriorityFeePerGas = Gwei,
        MaxFeePerGas = 20 * Gwei,
        GasLimit = 10_000_000,
        To = to,
        Data = data,
    };

    /// <summary>Sends a transaction with the next account nonce, and returns its receipt; blocks must be mined automatically.</summary>
    internal static async Task<TransactionReceipt> ExecuteAsync(AnvilServer anvil, PrivateKey key, Address? to, ReadOnlyMemory<byte> data = default)
    {
        var accountNonce = await anvil.Node.GetTransactionCountAsync(key.Address, BlockReference.Pending);
        var signed = Transaction(accountNonce, to, data).Sign(key);
        var result = await anvil.Node.SendRawTransactionAsync(signed.Raw);
        Assert.Equal(SendOutcome.Accepted, result.Outcome);
        Assert.Equal(signed.Hash, result.TransactionHash);
        return await anvil.WaitForReceiptAsync(signed.Hash);
    }

    internal static async Task<Address> DeployAsync(AnvilServer anvil, byte[] creationCode)
    {
        var receipt = await ExecuteAsync(anvil, anvil.Keys[0], null, creationCode);
        Assert.True(receipt.Succeeded);
        return receipt.ContractAddress ?? throw new InvalidOperationException("There is no contract.");
    }
}
