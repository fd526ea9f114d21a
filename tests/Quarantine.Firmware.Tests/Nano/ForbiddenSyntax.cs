using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>
/// Finds what C# 9 compiles and nanoFramework's stable line then crashes on, hangs on, refuses to load, or does differently. What its libraries
/// merely lack is found by compiling against their declarations.
/// </summary>
internal sealed partial class ForbiddenSyntax : CSharpSyntaxWalker
{
    private readonly List<string> _found = [];

    /// <summary>A rule's name for each place; empty where the code is fit for nanoFramework.</summary>
    internal static IReadOnlyList<string> In(SyntaxTree tree)
    {
        var walker = new ForbiddenSyntax();
        walker._found.AddRange(tree.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error).Select(error => $"not C# 9: {error.Id}"));
        walker.Visit(tree.GetRoot());
        return walker._found;
    }

    public override void DefaultVisit(SyntaxNode node)
    {
        if (RuleFor(node) is { } rule)
        {
            _found.Add($"{rule}: {node.ToString().Split('\n')[0].Trim()}");
        }

        base.DefaultVisit(node);
    }

    private static string? RuleFor(SyntaxNode node) => node switch
    {
        TypeParameterListSyntax => "generic declaration",
        GenericNameSyntax => "generic type or method",
        NullableTypeSyntax => "nullable type",
        TupleTypeSyntax or TupleExpressionSyntax or ParenthesizedVariableDesignationSyntax => "tuple",
        ArrayRankSpecifierSyntax { Rank: > 1 } => "multidimensional array",
        ImplicitArrayCreationExpressionSyntax { Commas.Count: > 0 } => "multidimensional array",
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "stackalloc",
        PointerTypeSyntax or FunctionPointerTypeSyntax or FixedStatementSyntax or UnsafeStatementSyntax => "pointer",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PointerIndirectionExpression } => "pointer",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } or RangeExpressionSyntax => "index from end or range",
        MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => "typed reference",
        YieldStatementSyntax => "iterator",
        AwaitExpressionSyntax => "async",
        QueryExpressionSyntax => "query",
        RecordDeclarationSyntax or WithExpressionSyntax => "record",
        CheckedExpressionSyntax { Keyword.RawKind: (int)SyntaxKind.CheckedKeyword } => "checked, which does not throw there",
        CheckedStatementSyntax { Keyword.RawKind: (int)SyntaxKind.CheckedKeyword } => "checked, which does not throw there",
        PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DecimalKeyword } => "decimal",
        LiteralExpressionSyntax literal when IsDecimal(literal) => "decimal",
        IdentifierNameSyntax { Identifier.Text: "dynamic" } => "dynamic",
        InterpolationFormatClauseSyntax format when !WorkingFormat().IsMatch(format.FormatStringToken.Text) => "number format that is printed literally",
        InvocationExpressionSyntax call when HasOwnFormat(call) => "number format that is printed literally",
        StructDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.RefKeyword) => "ref struct",
        MemberDeclarationSyntax member => RuleForMember(member),
        LocalFunctionStatementSyntax function => RuleForModifiers(function.Modifiers),
        AnonymousFunctionExpressionSyntax lambda => RuleForModifiers(lambda.Modifiers),
        ForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } => "async",
        UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } => "async",
        LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } => "async",
        _ => null,
    };

    private static string? RuleForMember(MemberDeclarationSyntax member) =>
        RuleForModifiers(member.Modifiers) ?? (member.Parent is InterfaceDeclarationSyntax && HasBody(member) ? "default interface member" : null);

    private static string? RuleForModifiers(SyntaxTokenList modifiers) => modifiers.Select(modifier => modifier.Kind() switch
    {
        SyntaxKind.UnsafeKeyword or SyntaxKind.FixedKeyword => "pointer",
        SyntaxKind.AsyncKeyword => "async",
        SyntaxKind.VolatileKeyword => "volatile",
        _ => null,
    }).FirstOrDefault(rule => rule is not null);

    private static bool HasBody(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => false,
        FieldDeclarationSyntax => true,
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        BasePropertyDeclarationSyntax property => property.AccessorList?.Accessors.Any(one => one.Body is not null || one.ExpressionBody is not null) ?? false,
        _ => false,
    };

    private static bool IsDecimal(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.NumericLiteralExpression) && literal.Token.Value is decimal;

    private static bool HasOwnFormat(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" }, ArgumentList.Arguments: [var format, ..] }
        && !(format.Expression is LiteralExpressionSyntax literal && WorkingFormat().IsMatch(literal.Token.ValueText));

    [GeneratedRegex("^[DFGNXdfgnx][0-9]{0,2}$")]
    private static partial Regex WorkingFormat();
}
