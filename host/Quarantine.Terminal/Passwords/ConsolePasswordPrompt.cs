using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Quarantine.Terminal.Passwords;

/// <summary>Asks at the process's own terminal, on standard error, so that the output can be redirected.</summary>
public sealed class ConsolePasswordPrompt : IPasswordPrompt
{
    public bool IsAvailable => !Console.IsInputRedirected;

    public Password Ask(string question)
    {
        Console.Error.Write($"{question}: ");
        var typed = GC.AllocateArray<char>(Password.MaximumLength, pinned: true);
        try
        {
            var length = Read(typed);
            Console.Error.WriteLine();
            return new Password(typed.AsSpan(0, length));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(typed.AsSpan()));
        }
    }

    public string AskOpenly(string question)
    {
        Console.Error.Write($"{question}: ");
        return Console.ReadLine() ?? "";
    }

    private static int Read(char[] typed)
    {
        var length = 0;
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                length = Math.Max(0, length - 1);
            }
            else if (!char.IsControl(key.KeyChar) && length < typed.Length)
            {
                typed[length++] = key.KeyChar;
            }
        }

        return length;
    }
}
