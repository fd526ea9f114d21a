using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TestClassAttribute = nanoFramework.TestFramework.TestClassAttribute;
using TestMethodAttribute = nanoFramework.TestFramework.TestMethodAttribute;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>The tests that are meant for a device, run here from the same files, so that they are known to be right before they meet one.</summary>
public sealed class NanoTestsOnDotNet
{
    public static TheoryData<string, string> Tests
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var test in Types().SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<TestMethodAttribute>() is not null)))
            {
                data.Add(test.DeclaringType!.Name, test.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Test_OnDotNet_Passes(string type, string method)
    {
        var found = Types().Single(candidate => candidate.Name == type);
        found.GetMethod(method)!.Invoke(Activator.CreateInstance(found), BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    [Fact]
    public void TestClasses_State_HaveNone()
    {
        // nanoFramework's launcher calls a test without an object.
        Assert.All(Types(), type => Assert.Empty(type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)));
        var trees = NanoSources.In(Path.Combine(NanoSources.Firmware, "Core.Tests.Nano")).Where(file => file.EndsWith("Tests.cs", StringComparison.Ordinal)).Select(NanoCompiler.Parse);
        Assert.All(trees, tree => Assert.Empty(tree.GetRoot().DescendantNodes().OfType<ThisExpressionSyntax>()));
    }

    private static IEnumerable<Type> Types() => typeof(TestClassAttribute).Assembly.GetTypes().Where(type => type.GetCustomAttribute<TestClassAttribute>() is not null);
}
