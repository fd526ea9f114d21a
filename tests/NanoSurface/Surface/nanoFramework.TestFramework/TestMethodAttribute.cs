// nanoFramework.TestFramework 3.0.80
using System;

namespace nanoFramework.TestFramework
{
    public class TestMethodAttribute : Attribute
    {
        public extern TestMethodAttribute();
    }
}
