// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public class EventArgs
    {
        public extern EventArgs();
    }
}
