namespace Quarantine.Firmware.Core
{
    /// <summary>The kinds' names in messages. (An enum's ToString gives the number on nanoFramework.)</summary>
    public static class EventKindName
    {
        public static string Of(EventKind kind)
        {
            switch (kind)
            {
                case EventKind.Door: return "door";
                case EventKind.MotionInside: return "motion-inside";
                case EventKind.MotionOutside: return "motion-outside";
                case EventKind.Tamper: return "tamper";
                case EventKind.Help: return "help";
                default: return "battery";
            }
        }
    }
}
