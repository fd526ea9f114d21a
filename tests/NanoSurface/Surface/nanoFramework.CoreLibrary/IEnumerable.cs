// nanoFramework.CoreLibrary 1.17.11
namespace System.Collections
{
    public interface IEnumerable
    {
        IEnumerator GetEnumerator();
    }
}
