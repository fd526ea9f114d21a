using System;

namespace nanoFramework.TestFramework
{
    /// <summary>An assertion did not hold.</summary>
    public sealed class AssertFailedException : Exception
    {
        public AssertFailedException(string message)
            : base(message)
        {
        }
    }
}
