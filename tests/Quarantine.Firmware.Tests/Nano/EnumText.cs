using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>Finds where an enum's value becomes text: on nanoFramework that is its number, not its name.</summary>
internal static class EnumText
{
    internal static IReadOnlyList<string> In(SyntaxTree tree, SemanticModel model) =>
        [.. tree.GetRoot().DescendantNodes().Where(node => IsEnumText(node, model)).Select(node => node.ToString())];

    private static bool IsEnumText(SyntaxNode node, SemanticModel model) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" } access => IsEnum(access.Expression, model),
        InterpolationSyntax hole => IsEnum(hole.Expression, model),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String
            && (IsEnum(sum.Left, model) || IsEnum(sum.Right, model)),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum => model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String
            && IsEnum(sum.Right, model),
        _ => false,
    };

    private static bool IsEnum(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type?.TypeKind == TypeKind.Enum;
}
