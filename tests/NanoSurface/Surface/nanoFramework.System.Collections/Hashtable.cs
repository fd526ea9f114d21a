// nanoFramework.System.Collections 1.5.75
namespace System.Collections
{
    public class Hashtable : IEnumerable
    {
        public extern Hashtable();
        public virtual extern object this[object key] { get; set; }
        public virtual extern IEnumerator GetEnumerator();
    }
}
