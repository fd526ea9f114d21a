namespace nanoFramework.TestFramework
{
    /// <summary>The part of nanoFramework's assertions that firmware/Core.Tests.Nano uses.</summary>
    public static class Assert
    {
        public static void AreEqual(bool expected, bool actual, string message = "")
        {
            Equal(expected, actual, message);
        }

        public static void AreEqual(int expected, int actual, string message = "")
        {
            Equal(expected, actual, message);
        }

        public static void AreEqual(long expected, long actual, string message = "")
        {
            Equal(expected, actual, message);
        }

        public static void AreEqual(string expected, string actual, string message = "")
        {
            Equal(expected, actual, message);
        }

        public static void IsTrue(bool condition, string message = "")
        {
            Equal(true, condition, message);
        }

        public static void IsFalse(bool condition, string message = "")
        {
            Equal(false, condition, message);
        }

        public static void IsNull(object value, string message = "")
        {
            Equal(null, value, message);
        }

        public static void IsNotNull(object value, string message = "")
        {
            Equal(true, value != null, message);
        }

        private static void Equal(object expected, object actual, string message)
        {
            if (!object.Equals(expected, actual))
            {
                throw new AssertFailedException($"{expected} expected, was {actual}. {message}");
            }
        }
    }
}
