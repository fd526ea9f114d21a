using System;

namespace nanoFramework.TestFramework
{
    /// <summary>A class with tests.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class TestClassAttribute : Attribute
    {
    }
}
