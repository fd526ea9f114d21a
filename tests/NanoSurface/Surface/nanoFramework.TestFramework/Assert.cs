// nanoFramework.TestFramework 3.0.80
namespace nanoFramework.TestFramework
{
    public sealed class Assert
    {
        public static extern void AreEqual(bool expected, bool actual, string message = "");
        public static extern void AreEqual(int expected, int actual, string message = "");
        public static extern void AreEqual(long expected, long actual, string message = "");
        public static extern void AreEqual(string expected, string actual, string message = "");
        public static extern void AreEqual(object expected, object actual, string message = "");
        public static extern void IsTrue(bool condition, string message = "");
        public static extern void IsFalse(bool condition, string message = "");
        public static extern void IsNull(object value, string message = "");
        public static extern void IsNotNull(object value, string message = "");
    }
}
