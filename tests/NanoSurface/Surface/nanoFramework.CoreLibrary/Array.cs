// nanoFramework.CoreLibrary 1.17.11
using System.Collections;

namespace System
{
    public abstract class Array : IEnumerable
    {
        public extern int Length { get; }
        public extern IEnumerator GetEnumerator();
    }
}
