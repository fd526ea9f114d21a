using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Contracts;

/// <summary>A contract's views, by <c>eth_call</c> upon the newest block. Thread-safe.</summary>
internal sealed class ContractView(IEthereumNode node, Address contract)
{
    /// <summary>
    /// Calls the function with this canonical signature. Throws <see cref="RevertException"/> where the contract refuses,
    /// <see cref="ContractAnswerException"/> where the answer has another form, and what the node throws.
    /// </summary>
    public async Task<T> ReadAsync<T>(string signature, AbiWriter arguments, AbiDecoder<T> decode, CancellationToken cancellationToken)
    {
        var call = new CallRequest(contract, arguments.ToCall(FunctionSelector.Of(signature)));
        var result = await node.CallAsync(call, BlockReference.Latest, cancellationToken).ConfigureAwait(false);
        return AbiReader.TryDecode(result.ReturnDataOrThrow().Span, decode, out var value)
            ? value
            : throw new ContractAnswerException(contract, signature);
    }
}
