using System.Text.RegularExpressions;
using System.Xml.Linq;
using Quarantine.TestKit;

namespace Quarantine.Firmware.Tests;

/// <summary>
/// Simple rules over the text of firmware/Core: what nanoFramework's stable line does not compile, or compiles and then fails on. The
/// desktop compiler would accept all of it.
/// </summary>
public sealed partial class NanoFrameworkSubsetTests
{
    private static readonly string Core = Path.Combine(RepositoryRoot.Path, "firmware", "Core");

    private static readonly (string Rule, string Pattern)[] Forbidden =
    [
        ("generic type or method", @"\b\w+\s*<\s*[\w\[\],\s.]+>\s*[\w({;,)\[>]"),
        ("Func or Action with arguments", @"\b(Func|Action|Predicate|Comparison)\s*<"),
        ("nullable value type", @"\b(int|long|bool|byte|uint|ulong|short|char|double)\?"),
        ("tuple", @"\(\s*\w+\s+\w+\s*,[^()]*\)\s+\w+\s*[({=]|=>\s*\([^()]*,[^()]*\)\s*;|\bValueTuple\b"),
        ("Span, decimal, dynamic, stackalloc, fixed, unsafe, volatile", @"\b(Span|ReadOnlySpan|Memory|decimal|dynamic|stackalloc|fixed|unsafe|volatile)\b"),
        ("async or iterator", @"\b(async|await|yield)\b"),
        ("LINQ", @"using\s+System\.Linq|\.(Select|Where|Any|All|First|Last|ToList|ToArray)\("),
        ("using outside the subset", @"using\s+System\.(Collections\.Generic|Threading\.Tasks|Globalization|Buffers)"),
        ("record, required, raw or UTF-8 literal", "\\b(record\\s+(class|struct|\\w+\\s*\\()|required\\s)|\"\"\"|\"u8"),
        ("index from end or range", @"\[\^|\.\.[\d\w\]]"),
        ("multidimensional array", @"\[\s*,|new\s+\w+\s*\[[^\]]+,[^\]]+\]"),
        ("string member that is missing", @"\bstring\.(Join|IsNullOrWhiteSpace|Format|Compare|Equals)\b|\.(Replace|Insert|Remove|PadLeft|PadRight|Contains|AppendFormat)\(|\bStringComparison\b"),
        ("missing type or member", @"\b(Uri|DateTimeOffset|Activator|Buffer|Lazy|ArraySegment|CultureInfo|Stopwatch|ThreadPool|SemaphoreSlim|BitConverter|BinaryPrimitives)\b|DateTime\.Now|Environment\.NewLine|Encoding\.ASCII|GetByteCount|ToHexString|Enum\.Parse|char\.Is\w+|Array\.(Sort|Resize|Empty)|Monitor\.(TryEnter|Pulse)"),
        ("checked arithmetic, which does not throw there", @"\bchecked\b"),
        ("file-scoped namespace", @"^\s*namespace\s+[\w.]+\s*;"),
    ];

    public static TheoryData<string> Files => [.. CoreFiles()];

    private static IEnumerable<string> CoreFiles() => Directory.EnumerateFiles(Core, "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Core, f)).Where(f => !f.StartsWith("obj", StringComparison.Ordinal) && !f.StartsWith("artifacts", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void CoreFile_UsesNothingThatNanoFrameworkLacks(string file)
    {
        var code = WithoutCommentsAndText(File.ReadAllText(Path.Combine(Core, file)));
        Assert.All(Forbidden, rule =>
        {
            var match = Regex.Match(code, rule.Pattern, RegexOptions.Multiline);
            Assert.False(match.Success, $"{file}: {rule.Rule}: {match.Value}");
        });
    }

    [Theory]
    [InlineData("var x = new List<int>();")]
    [InlineData("void F<T>(T x) { }")]
    [InlineData("Action<string> a;")]
    [InlineData("int? x;")]
    [InlineData("(int a, int b) F() { }")]
    [InlineData("Span<byte> s;")]
    [InlineData("async Task F() { }")]
    [InlineData("yield return 1;")]
    [InlineData("using System.Linq;")]
    [InlineData("a[^1]")]
    [InlineData("int[,] a;")]
    [InlineData("new int[2, 3]")]
    [InlineData("string.Join(x, y)")]
    [InlineData("x.Replace(a, b)")]
    [InlineData("stackalloc byte[4]")]
    [InlineData("volatile int x;")]
    [InlineData("namespace A.B;")]
    [InlineData("checked(a + b)")]
    [InlineData("char.IsDigit(c)")]
    public void Rules_ForbiddenConstruct_IsFound(string code) =>
        Assert.Contains(Forbidden, rule => Regex.IsMatch(WithoutCommentsAndText(code), rule.Pattern, RegexOptions.Multiline));

    [Theory]
    [InlineData("for (int i = 0; i < n && n > 2; i++) { }")]
    [InlineData("return a < b ? a : b;")]
    [InlineData("long due = x << 3 | y >> 2;")]
    [InlineData("bool F(int a, int b) { return a <= b; }")]
    public void Rules_PlainCode_IsNotFound(string code) =>
        Assert.DoesNotContain(Forbidden, rule => Regex.IsMatch(WithoutCommentsAndText(code), rule.Pattern, RegexOptions.Multiline));

    [Fact]
    public void Projitems_ListsEveryFileOnce()
    {
        var listed = XDocument.Load(Path.Combine(Core, "Core.projitems")).Descendants().Where(e => e.Name.LocalName == "Compile")
            .Select(e => e.Attribute("Include")!.Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal).Replace('\\', '/'));
        Assert.Equal(CoreFiles(), listed.Order(StringComparer.Ordinal));
    }

    private static string WithoutCommentsAndText(string code) => Literals().Replace(Comments().Replace(code, ""), "\"\"");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])'")]
    private static partial Regex Literals();
}
