using System.Reflection;
using Quarantine.Ethereum.Nodes;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>A real node, and every call that was simulated on it, with what it returned.</summary>
public class RecordingNode : DispatchProxy
{
    private readonly List<(CallRequest Call, ReadOnlyMemory<byte> Returned)> _calls = [];
    private IEthereumNode _node = null!;

    /// <summary>The node, and a reader of what it recorded since it was read last.</summary>
    internal static (IEthereumNode Node, Func<IReadOnlyList<(CallRequest Call, ReadOnlyMemory<byte> Returned)>> Take) Over(IEthereumNode node)
    {
        var proxy = Create<IEthereumNode, RecordingNode>();
        var recording = (RecordingNode)(object)proxy;
        recording._node = node;
        return (proxy, recording.Take);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        var answer = targetMethod.Invoke(_node, args);
        return answer is Task<CallResult> result ? RecordAsync((CallRequest)args![0]!, result) : answer;
    }

    private async Task<CallResult> RecordAsync(CallRequest call, Task<CallResult> answer)
    {
        var result = await answer;
        _calls.Add((call, result.ReturnDataOrThrow()));
        return result;
    }

    private List<(CallRequest Call, ReadOnlyMemory<byte> Returned)> Take()
    {
        var taken = _calls.ToList();
        _calls.Clear();
        return taken;
    }
}
