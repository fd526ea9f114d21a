namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// The number of the last LED command that was obeyed, kept over power losses: a recorded "acknowledged" must not be shown again to
    /// somebody who calls for help a second time.
    /// </summary>
    public sealed class LastLedCommand
    {
        private const string FileName = "led";
        private const long Maximum = 9007199254740991;

        private readonly IStorage _storage;
        private long _id;

        public LastLedCommand(IStorage storage)
        {
            _storage = storage;
            _id = CheckedFile.Read(storage, FileName, Maximum);
            Damaged = _id == CheckedFile.Corrupt;
        }

        public bool Damaged { get; }

        /// <summary>Whether the last write failed: the present number may be accepted once more after a power loss.</summary>
        public bool Unwritten { get; private set; }

        /// <summary>Whether a number is above all earlier ones; it is then the last.</summary>
        public bool Accept(long id)
        {
            if (id <= _id)
            {
                return false;
            }

            _id = id;
            Unwritten = !CheckedFile.Write(_storage, FileName, id);
            return true;
        }
    }
}
