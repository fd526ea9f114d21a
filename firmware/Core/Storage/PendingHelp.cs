namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// A call for help that no gateway has acknowledged, kept over power losses and deep sleep: a weak battery most likely fails at the moment
    /// of the call, when the radio starts. A copy that turns out corrupt counts as a call: one too many is better than one too few.
    /// </summary>
    public sealed class PendingHelp
    {
        /// <summary>Sleeps are counted up to this, so that a gateway that stays away does not wear the flash.</summary>
        public const int MaximumRetries = 3;

        private const string FileName = "help";
        private const long None = 0;
        private const long First = 1;

        private readonly IStorage _storage;

        public PendingHelp(IStorage storage)
        {
            _storage = storage;
            long read = CheckedFile.Read(storage, FileName, First + MaximumRetries);
            Damaged = read == CheckedFile.Corrupt;
            Pending = read >= First || Damaged;
            Retries = read >= First ? (int)(read - First) : 0;
        }

        public bool Damaged { get; }

        public bool Pending { get; private set; }

        /// <summary>Sleeps since the call was made, up to <see cref="MaximumRetries"/>.</summary>
        public int Retries { get; private set; }

        /// <summary>Notes whether a call is pending; false where that could not be written.</summary>
        public bool Note(bool pending)
        {
            if (pending == Pending)
            {
                return true;
            }

            Pending = pending;
            Retries = 0;
            return CheckedFile.Write(_storage, FileName, pending ? First : None);
        }

        /// <summary>Notes another sleep with the call pending; false where that could not be written.</summary>
        public bool NoteRetry()
        {
            if (!Pending || Retries == MaximumRetries)
            {
                return true;
            }

            Retries++;
            return CheckedFile.Write(_storage, FileName, First + Retries);
        }
    }
}
