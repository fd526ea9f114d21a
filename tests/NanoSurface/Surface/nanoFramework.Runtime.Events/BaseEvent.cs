// nanoFramework.Runtime.Events 1.11.39
namespace nanoFramework.Runtime.Events
{
    public class BaseEvent
    {
        public extern BaseEvent();
    }
}
