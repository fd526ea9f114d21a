using System.Threading.Channels;

namespace Quarantine.Firmware.Tests.Simulator;

/// <summary>Keeps what arrives until a test asks for it.</summary>
internal sealed class BlockingText
{
    private readonly Channel<string> _texts = Channel.CreateUnbounded<string>();

    internal void Add(string text) => _texts.Writer.TryWrite(text);

    internal Task<string> NextAsync() => _texts.Reader.ReadAsync().AsTask().WaitAsync(House.Patience);
}
