// nanoFramework.CoreLibrary 1.17.11
using System.Runtime.CompilerServices;

namespace System
{
    public sealed class String
    {
        public extern String(char[] value);
        public extern int Length { get; }
        [IndexerName("Chars")]
        public extern char this[int index] { get; }
        public static extern bool operator ==(string a, string b);
        public static extern bool operator !=(string a, string b);
        public static extern string Concat(object arg0, object arg1);
        public static extern string Concat(string str0, string str1);
        public static extern string Concat(string str0, string str1, string str2);
        public static extern string Concat(string str0, string str1, string str2, string str3);
        public static extern string Concat(params string[] values);
        public static extern bool Equals(string a, string b);
        public override extern bool Equals(object obj);
        public extern int IndexOf(char value);
        public extern int IndexOf(string value);
        public extern string[] Split(params char[] separator);
        public extern string Substring(int startIndex);
        public extern string Substring(int startIndex, int length);
        public override extern string ToString();
    }
}
