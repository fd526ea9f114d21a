// nanoFramework.System.IO.FileSystem 1.1.93
namespace System.IO
{
    public static class File
    {
        public static extern bool Exists(string path);
        public static extern byte[] ReadAllBytes(string path);
        public static extern void WriteAllBytes(string path, byte[] bytes);
    }
}
