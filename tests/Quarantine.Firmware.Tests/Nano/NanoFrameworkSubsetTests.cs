using Microsoft.CodeAnalysis;

namespace Quarantine.Firmware.Tests.Nano;

public sealed class NanoFrameworkSubsetTests
{
    public static TheoryData<string> Files => [.. NanoSources.Files()];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Syntax_HasNothingThatNanoFrameworkFailsOn(string file) =>
        Assert.Empty(ForbiddenSyntax.In(NanoCompiler.Parse(Path.Combine(NanoSources.Firmware, file))));

    [Theory]
    [InlineData("Node")]
    [InlineData("Core.Tests.Nano")]
    public void Sources_Meaning_CompileAgainstTheSurfaceAndMakeNoTextOfEnums(string folder)
    {
        var trees = NanoSources.In(Path.Combine(NanoSources.Firmware, "Core")).Concat(NanoSources.In(Path.Combine(NanoSources.Firmware, folder))).Select(NanoCompiler.Parse).ToList();
        var compilation = NanoCompiler.Compile(trees);
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning));
        Assert.All(trees, tree => Assert.Empty(EnumText.In(tree, compilation.GetSemanticModel(tree))));
    }

    [Theory]
    [InlineData("class A<T> { }")]
    [InlineData("class A { void F<T>() { } }")]
    [InlineData("delegate void D<T>(T x);")]
    [InlineData("interface I<out T> { }")]
    [InlineData("class A { List<int> x; }")]
    [InlineData("class A { object x = new List<int>(); }")]
    [InlineData("class A { Action<string> x; }")]
    [InlineData("class A { Func<int> x; }")]
    [InlineData("class A { void F() { G<int>(); } }")]
    [InlineData("class A { void F() { x.G<int>(); } }")]
    [InlineData("class A { object x = typeof(List<>); }")]
    [InlineData("class A : B<int> { }")]
    [InlineData("using X = System.Collections.Generic.List<int>;")]
    [InlineData("class A { void F() { T G<T>() => default; } }")]
    [InlineData("class A { int? x; }")]
    [InlineData("class A { string? x; }")]
    [InlineData("class A { (int a, int b) F() { return default; } }")]
    [InlineData("class A { object x = (1, 2); }")]
    [InlineData("class A { void F() { var (a, b) = c; } }")]
    [InlineData("class A { void F() { (a, b) = (b, a); } }")]
    [InlineData("class A { int[,] x; }")]
    [InlineData("class A { int[][,] x; }")]
    [InlineData("class A { object x = new int[2, 3]; }")]
    [InlineData("class A { object x = new[,] { { 1 }, { 2 } }; }")]
    [InlineData("class A { void F() { var x = stackalloc byte[4]; } }")]
    [InlineData("class A { void F() { var x = stackalloc[] { 1 }; } }")]
    [InlineData("class A { void F(int* x) { } }")]
    [InlineData("class A { unsafe void F() { } }")]
    [InlineData("unsafe class A { }")]
    [InlineData("class A { void F() { unsafe { } } }")]
    [InlineData("class A { void F() { fixed (byte* x = y) { } } }")]
    [InlineData("struct A { fixed byte x[4]; }")]
    [InlineData("class A { delegate*<int, void> x; }")]
    [InlineData("class A { void F() { G(&x); } }")]
    [InlineData("class A { void F() { var x = __makeref(y); } }")]
    [InlineData("interface I { void F() { } }")]
    [InlineData("interface I { int F() => 1; }")]
    [InlineData("interface I { int P => 1; }")]
    [InlineData("interface I { int P { get { return 1; } } }")]
    [InlineData("interface I { int this[int i] => 1; }")]
    [InlineData("interface I { static int F() { return 1; } }")]
    [InlineData("interface I { const int X = 1; }")]
    [InlineData("class A { IEnumerable F() { yield return 1; } }")]
    [InlineData("class A { IEnumerable F() { yield break; } }")]
    [InlineData("class A { async void F() { } }")]
    [InlineData("class A { void F() { var x = async () => { }; } }")]
    [InlineData("class A { void F() { async void G() { } } }")]
    [InlineData("class A { async void F() { await x; } }")]
    [InlineData("class A { async void F() { await foreach (var x in y) { } } }")]
    [InlineData("class A { void F() { var x = from a in b select a; } }")]
    [InlineData("class A { dynamic x; }")]
    [InlineData("class A { decimal x; }")]
    [InlineData("class A { object x = 1.5m; }")]
    [InlineData("class A { int F(int a) { return checked(a + 1); } }")]
    [InlineData("class A { void F() { checked { a++; } } }")]
    [InlineData("class A { int F(int[] a) { return a[^1]; } }")]
    [InlineData("class A { object F(int[] a) { return a[1..2]; } }")]
    [InlineData("record A { }")]
    [InlineData("record A(int X);")]
    [InlineData("class A { object x = a with { B = 1 }; }")]
    [InlineData("class A { volatile int x; }")]
    [InlineData("ref struct A { }")]
    [InlineData("class A { string F(int x) { return x.ToString(\"0.00\"); } }")]
    [InlineData("class A { string F(int x) { return x.ToString(format); } }")]
    [InlineData("class A { string F(int x) { return $\"{x:0.00}\"; } }")]
    public void ForbiddenSyntax_ForbiddenConstruct_IsFound(string code) => Assert.NotEmpty(ForbiddenSyntax.In(NanoCompiler.ParseText(code)));

    [Theory]
    [InlineData("class A { bool F(int a, int b) { return a < b && b > 2; } }")]
    [InlineData("class A { void F() { for (int i = 0; i < n && n > (2); i++) { } } }")]
    [InlineData("class A { long F(long x) { return x << 3 | x >> 2; } }")]
    [InlineData("class A { bool F(bool a, int b, int c) { return a ? b < c : b > c; } }")]
    [InlineData("interface I { int P { get; } void F(int a, out string b); }")]
    [InlineData("interface I { delegate void D(object o); }")]
    [InlineData("class A { int[] a; byte[][] b = new byte[3][]; int F(int i) { return a[i]; } }")]
    [InlineData("class A { string F(int x) { return x.ToString() + x.ToString(\"X8\") + $\"{x:D2}\"; } }")]
    [InlineData("class A { string P => \"List<int> x; int? y; // stackalloc\"; }")]
    [InlineData("// List<int> x; unsafe\nclass A { }")]
    [InlineData("class A { object F(object o) { return o is string s && s.Length > 0 ? s : null; } }")]
    [InlineData("class A { int F(int x) { return x switch { 1 => 2, _ => 3 }; } }")]
    [InlineData("class A { event D E; void F() { D d = () => { }; E += d; } }")]
    [InlineData("class A { int F(int a) { return unchecked(a * 31) & ~a; } }")]
    [InlineData("class A { void F() { using var x = y; int G() => 1; x ??= z; } }")]
    public void ForbiddenSyntax_WhatWorks_IsNotFound(string code) => Assert.Empty(ForbiddenSyntax.In(NanoCompiler.ParseText(code)));

    [Theory]
    [InlineData("e.ToString()")]
    [InlineData("\"a\" + e")]
    [InlineData("e + \"a\"")]
    [InlineData("$\"a{e}\"")]
    [InlineData("s += e")]
    public void EnumText_EnumMadeText_IsFound(string expression) => Assert.NotEmpty(TextsOf(expression));

    [Theory]
    [InlineData("((int)e).ToString()")]
    [InlineData("e == E.A ? \"a\" : \"b\"")]
    [InlineData("\"a\" + (int)e")]
    public void EnumText_NumberMadeText_IsNotFound(string expression) => Assert.Empty(TextsOf(expression));

    private static IReadOnlyList<string> TextsOf(string expression)
    {
        var tree = NanoCompiler.ParseText($"enum E {{ A }} class C {{ object F(E e, string s) {{ return {expression}; }} }}");
        return EnumText.In(tree, NanoCompiler.Compile([tree]).GetSemanticModel(tree));
    }
}
