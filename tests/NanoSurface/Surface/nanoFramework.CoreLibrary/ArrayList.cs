// nanoFramework.CoreLibrary 1.17.11
namespace System.Collections
{
    public class ArrayList : IEnumerable
    {
        public extern ArrayList();
        public virtual extern int Count { get; }
        public virtual extern object this[int index] { get; set; }
        public virtual extern int Add(object value);
        public virtual extern IEnumerator GetEnumerator();
    }
}
