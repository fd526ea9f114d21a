namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// The door's and the enclosure's state that the gateway last acknowledged. A node that finds another state at its start reports it:
    /// the door may have moved while there was no power, or the move may have woken the node.
    /// </summary>
    public sealed class LastLevels
    {
        private const string FileName = "levels";
        private const int DoorBit = 1;
        private const int TamperBit = 2;

        private readonly IStorage _storage;
        private long _stored;

        public LastLevels(IStorage storage)
        {
            _storage = storage;
            long read = CheckedFile.Read(storage, FileName, DoorBit | TamperBit);
            Damaged = read == CheckedFile.Corrupt;
            _stored = read < 0 ? 0 : read;
            DoorOpen = (_stored & DoorBit) != 0;
            Tampered = (_stored & TamperBit) != 0;
        }

        public bool Damaged { get; }

        public bool DoorOpen { get; private set; }

        public bool Tampered { get; private set; }

        /// <summary>Notes an event that the gateway has.</summary>
        public void Note(EventKind kind, string value)
        {
            if (kind == EventKind.Door)
            {
                DoorOpen = value == EventValue.Open;
            }
            else if (kind == EventKind.Tamper)
            {
                Tampered = value == EventValue.On;
            }
        }

        /// <summary>Writes where something changed; false where that failed.</summary>
        public bool Save()
        {
            long levels = (DoorOpen ? DoorBit : 0) | (Tampered ? TamperBit : 0);
            if (levels == _stored)
            {
                return true;
            }

            _stored = levels;
            return CheckedFile.Write(_storage, FileName, levels);
        }
    }
}
