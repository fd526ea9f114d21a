using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>What the firmware is compiled against: no more than nanoFramework has.</summary>
public sealed partial class NanoSurfaceTests
{
    private const string CoreLibrary = "nanoFramework.CoreLibrary";

    public static TheoryData<string> Files => [.. NanoSources.In(NanoSources.Surface).Select(file => Path.GetRelativePath(NanoSources.Surface, file))];

    public static TheoryData<string> CoreLibraryTypes => [.. TypesOf(CoreLibrary)];

    [Fact]
    public void Surface_Declarations_Compile() =>
        Assert.Empty(NanoCompiler.Surface.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));

    [Theory]
    [MemberData(nameof(Files))]
    public void File_FirstLine_StatesPackageAndVersionOfItsOneType(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(NanoSources.Surface, file));
        var stated = Stated().Match(lines[0]);
        Assert.True(stated.Success, lines[0]);
        Assert.Equal(Path.GetDirectoryName(file), stated.Groups["id"].Value);
        Assert.Single(lines, line => TopLevelType().IsMatch(line));
    }

    [Theory]
    [InlineData("string.Join(\",\", a)", "CS0117")]
    [InlineData("s.Replace(\"a\", \"b\")", "CS1061")]
    [InlineData("s.Insert(0, \"b\")", "CS1061")]
    [InlineData("s.Remove(0)", "CS1061")]
    [InlineData("string.IsNullOrWhiteSpace(s)", "CS0117")]
    [InlineData("s.Split(\",\")", "CS1503")]
    [InlineData("s.IndexOf(\"a\", System.StringComparison.Ordinal)", "CS0234")]
    [InlineData("char.IsDigit('1')", "CS0117")]
    [InlineData("new System.Collections.Generic.List<int>()", "CS0234")]
    [InlineData("new System.Uri(s)", "CS0234")]
    [InlineData("System.DateTime.Now", "CS0117")]
    [InlineData("System.DateTimeOffset.UtcNow", "CS0234")]
    [InlineData("System.Environment.NewLine", "CS0117")]
    [InlineData("System.Text.Encoding.ASCII", "CS0117")]
    [InlineData("System.Text.Encoding.UTF8.GetByteCount(s)", "CS1061")]
    [InlineData("System.Convert.ToHexString(new byte[1])", "CS0234")]
    [InlineData("new System.Random().Next(1, 2)", "CS1501")]
    [InlineData("System.Activator.CreateInstance(null)", "CS0234")]
    [InlineData("System.Security.Cryptography.SHA256.Create()", "CS0234")]
    [InlineData("System.Threading.Monitor.TryEnter(s)", "CS0117")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(null)", "CS0234")]
    [InlineData("System.Diagnostics.Stopwatch.StartNew()", "CS0234")]
    [InlineData("System.Globalization.CultureInfo.InvariantCulture", "CS0234")]
    [InlineData("(System.Func<int>)null", "CS0234")]
    [InlineData("(System.Action<int>)null", "CS0308")]
    [InlineData("(System.Span<byte>)default", "CS0234")]
    [InlineData("(object)(decimal)1", "CS0518")]
    [InlineData("(int?)1", "CS0518")]
    [InlineData("(1, 2)", "CS8179")]
    [InlineData("a[^1]", "CS0518")]
    public void Expression_MemberThatNanoFrameworkLacks_DoesNotCompile(string expression, string error) =>
        Assert.Contains(error, NanoCompiler.Errors($"class C {{ object F(string s, string[] a) {{ return {expression}; }} }}"));

    [Theory]
    [InlineData("using System.Linq;", "CS0234")]
    [InlineData("using System.Threading.Tasks;", "CS0234")]
    [InlineData("class C { async void F() { } }", "CS0518")]
    [InlineData("class C { void F(string[] a) { System.Array.Sort(a); } }", "CS0117")]
    [InlineData("class C { void F(string[] a) { System.Array.Resize(ref a, 2); } }", "CS0117")]
    [InlineData("class C { void F(System.Collections.ArrayList a) { a.Sort(); } }", "CS1061")]
    [InlineData("class C { volatile int x; }", "CS0518")]
    [InlineData("record R(int X);", "CS0518")]
    [InlineData("class A { required int X { get; set; } }", "CS8773")]
    [InlineData("class A(int x) { }", "CS8773")]
    [InlineData("class A { object x = [1, 2]; }", "CS8773")]
    [InlineData("class A { object x = \"a\"u8; }", "CS8773")]
    [InlineData("class A { object x = \"\"\"a\"\"\"; }", "CS8773")]
    [InlineData("namespace A;", "CS8773")]
    public void Code_FeatureThatNanoFrameworkLacks_DoesNotCompile(string code, string error) => Assert.Contains(error, NanoCompiler.Errors(code));

    [Fact]
    public void Code_WhatTheFirmwareUses_Compiles() => Assert.Empty(NanoCompiler.Errors(
        "class C { object F(string s, int[] a) { lock (this) { return s.Substring(1) + a.Length.ToString() + s.IndexOf('x') + (s == \"a\"); } } }"));

    /// <summary>
    /// Against the package itself, which is the only one of nanoFramework's that can be had from the registry of every machine that builds this. The
    /// others were compared with their published sources when they were written down.
    /// </summary>
    [Theory]
    [MemberData(nameof(CoreLibraryTypes))]
    public void CoreLibraryType_EachMember_IsInThePackage(string name)
    {
        var package = MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "nanoframework", "mscorlib.dll"));
        var library = (IAssemblySymbol)CSharpCompilation.Create("Package", references: [package]).GetAssemblyOrModuleSymbol(package)!;
        var there = library.GetTypeByMetadataName(name);
        Assert.True(there is not null, $"{name} is not in {package.Display}");
        var declared = NanoCompiler.Surface.GetTypeByMetadataName(name)!;
        Assert.Equal((there.TypeKind, there.IsSealed, there.IsStatic, there.BaseType?.ToDisplayString()), (declared.TypeKind, declared.IsSealed, declared.IsStatic, declared.BaseType?.ToDisplayString()));
        Assert.All(MembersOf(declared), member => Assert.Contains(member, MembersOf(there)));
    }

    private static IEnumerable<string> TypesOf(string package) => NanoSources.In(Path.Combine(NanoSources.Surface, package))
        .SelectMany(file => NanoCompiler.Parse(file).GetRoot().DescendantNodes().Where(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax and (Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.DelegateDeclarationSyntax)))
        .Select(node => NanoCompiler.Surface.GetSemanticModel(NanoCompiler.Surface.SyntaxTrees.First(tree => tree.FilePath == node.SyntaxTree.FilePath))
            .GetDeclaredSymbol(NanoCompiler.Surface.SyntaxTrees.First(tree => tree.FilePath == node.SyntaxTree.FilePath).GetRoot().FindNode(node.Span))!)
        .Select(symbol => symbol.ContainingNamespace + "." + symbol.MetadataName);

    private static IEnumerable<string> MembersOf(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected && member is not IMethodSymbol { MethodKind: MethodKind.DelegateInvoke or MethodKind.Constructor, ContainingType.TypeKind: TypeKind.Delegate })
        .Select(member => $"{(member.IsStatic ? "static " : "")}{TypeOf(member)} {member.ToDisplayString()}{ValueOf(member)}")
        .Where(member => !member.Contains("BeginInvoke", StringComparison.Ordinal) && !member.Contains("EndInvoke", StringComparison.Ordinal));

    private static string TypeOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType.ToDisplayString(),
        IPropertySymbol property => property.Type.ToDisplayString(),
        IFieldSymbol field => field.Type.ToDisplayString(),
        _ => "",
    };

    private static string ValueOf(ISymbol member) => member is IFieldSymbol { HasConstantValue: true } field ? $" = {field.ConstantValue}" : "";

    [GeneratedRegex(@"^// (?<id>nanoFramework\.\S+) (?<version>\d+\.\d+\.\d+)$")]
    internal static partial Regex Stated();

    [GeneratedRegex(@"^    public .*\b(class|struct|enum|interface|delegate)\b")]
    private static partial Regex TopLevelType();
}
