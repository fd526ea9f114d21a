namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// A call for help that no gateway has acknowledged, kept over power losses and deep sleep: a weak battery most likely fails at the moment
    /// of the call, when the radio starts. A copy that turns out corrupt counts as a call: one too many is better than one too few.
    /// </summary>
    public sealed class PendingHelp
    {
        private const string FileName = "help";

        private readonly IStorage _storage;

        public PendingHelp(IStorage storage)
        {
            _storage = storage;
            long read = CheckedFile.Read(storage, FileName, 1);
            Damaged = read == CheckedFile.Corrupt;
            Pending = read == 1 || Damaged;
        }

        public bool Damaged { get; }

        public bool Pending { get; private set; }

        /// <summary>Notes whether a call is pending; false where that could not be written.</summary>
        public bool Note(bool pending)
        {
            if (pending == Pending)
            {
                return true;
            }

            Pending = pending;
            return CheckedFile.Write(_storage, FileName, pending ? 1 : 0);
        }
    }
}
