using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>Compiles as nanoFramework's project system does: C# 9, against nothing but the declarations in tests/NanoSurface.</summary>
internal static class NanoCompiler
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp9, preprocessorSymbols: ["NANOFRAMEWORK_1_0"]);
    private static readonly CSharpCompilationOptions Library = new(OutputKind.DynamicallyLinkedLibrary);
    private static readonly Lazy<CSharpCompilation> LazySurface = new(() => Compile("Surface", NanoSources.In(NanoSources.Surface).Select(Parse), []));

    internal static CSharpCompilation Surface => LazySurface.Value;

    internal static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Language, path);

    internal static SyntaxTree ParseText(string code) => CSharpSyntaxTree.ParseText(code, Language);

    /// <summary>Code against the surface.</summary>
    internal static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => Compile("Code", trees, [Surface.ToMetadataReference()]);

    /// <summary>The errors of a piece of code, as numbers, up to the finished assembly: some members are missed only there.</summary>
    internal static IReadOnlyList<string> Errors(string code)
    {
        var emitted = Compile([ParseText(code)]).Emit(Stream.Null, options: new EmitOptions(runtimeMetadataVersion: "v4.0.30319"));
        return [.. emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id).Distinct()];
    }

    private static CSharpCompilation Compile(string name, IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(name, trees, references, Library);
}
