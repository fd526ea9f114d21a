using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>Which packages' types a piece of code uses.</summary>
internal static class SurfaceUse
{
    internal static IEnumerable<string> Packages(SyntaxTree tree, SemanticModel model) => tree.GetRoot().DescendantNodes()
        .Where(node => node is IdentifierNameSyntax or ObjectCreationExpressionSyntax or PredefinedTypeSyntax)
        .Select(node => model.GetSymbolInfo(node).Symbol)
        .Select(symbol => symbol as INamedTypeSymbol ?? symbol?.ContainingType)
        .SelectMany(type => type?.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath) ?? [])
        .Where(path => path.StartsWith(NanoSources.Surface, StringComparison.Ordinal))
        .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!));
}
