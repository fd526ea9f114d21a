namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Numbers the boots, in two copies, so that a power cut during a write leaves one. Provisioning writes both with 0. Where the count
    /// cannot be trusted, <see cref="Certain"/> is false: the node then waits for the gateway's word before it uses the number.
    /// </summary>
    public sealed class BootCounter
    {
        /// <summary>Name of the first copy; see <see cref="CheckedFile"/> for its content.</summary>
        public const string FirstCopy = "boot-a";

        /// <summary>Name of the second copy.</summary>
        public const string SecondCopy = "boot-b";

        private const int Maximum = 2147483646;

        private readonly IStorage _storage;

        /// <summary>Counts this boot.</summary>
        public BootCounter(IStorage storage)
        {
            _storage = storage;
            long first = CheckedFile.Read(storage, FirstCopy, Maximum);
            long second = CheckedFile.Read(storage, SecondCopy, Maximum);
            long latest = first > second ? first : second;
            Damaged = first == CheckedFile.Corrupt || second == CheckedFile.Corrupt;
            Lost = latest < 0;
            Boot = Lost ? 1 : Next((int)latest);
            Stored = Store(second < first);
            Certain = Stored && !Lost;
        }

        /// <summary>Number of this boot, from 1.</summary>
        public int Boot { get; private set; }

        /// <summary>Whether the number is above every earlier one for sure, and kept for the next boot.</summary>
        public bool Certain { get; private set; }

        /// <summary>A copy was corrupt.</summary>
        public bool Damaged { get; }

        /// <summary>There was no usable copy.</summary>
        public bool Lost { get; }

        /// <summary>Whether at least one copy of the present number could be written.</summary>
        public bool Stored { get; private set; }

        /// <summary>Writes both copies with 0, for a node that has never started.</summary>
        public static bool Provision(IStorage storage)
        {
            return CheckedFile.Write(storage, FirstCopy, 0) && CheckedFile.Write(storage, SecondCopy, 0);
        }

        /// <summary>The gateway knows this number or a higher one from an earlier boot: go on above it.</summary>
        public void RaiseAbove(int boot)
        {
            Boot = Next(boot);
            Stored = Store(false);
            Certain = true;
        }

        /// <summary>The gateway knows no higher number.</summary>
        public void Confirm()
        {
            Certain = true;
        }

        private static int Next(int boot)
        {
            return boot < Maximum ? boot + 1 : boot;
        }

        /// <summary>Writes the older copy first, so that a power cut between the two leaves the newer one.</summary>
        private bool Store(bool secondFirst)
        {
            bool one = CheckedFile.Write(_storage, secondFirst ? SecondCopy : FirstCopy, Boot);
            bool other = CheckedFile.Write(_storage, secondFirst ? FirstCopy : SecondCopy, Boot);
            return one || other;
        }
    }
}
