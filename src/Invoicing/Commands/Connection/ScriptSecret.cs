using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Invoicing.Commands;

/// <summary>Scripts that give a secret.</summary>
internal static class ScriptSecret
{
    public const string Ways = "-SecretName of a vault, or -SecretScript { ... } that gives a SecureString";

    /// <exception cref="InvoicingException">The script makes a secret of a text that stands in it.</exception>
    public static void RefuseLiteral(ScriptBlock script)
    {
        if (script.Ast.FindAll(node => node is CommandAst command && IsConversion(command) && HasLiteral(command), searchNestedScriptBlocks: true).Any())
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "Not saved: the script holds the key itself, as a text for ConvertTo-SecureString.")
            {
                Advice = "Read it from where it is kept, such as { ConvertTo-SecureString $env:INVOICING_KEY -AsPlainText -Force }.",
            };
        }
    }

    private static bool IsConversion(CommandAst command) =>
        command.GetCommandName()?.Split('\\').Last().ToUpperInvariant() == "CONVERTTO-SECURESTRING"
        && command.CommandElements.OfType<CommandParameterAst>().Any(parameter => parameter.ParameterName.StartsWith("A", System.StringComparison.OrdinalIgnoreCase));

    private static bool HasLiteral(CommandAst command) =>
        command.CommandElements.Skip(1).Any(IsLiteral)
        || (command.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] is CommandExpressionAst first && IsLiteral(first.Expression));

    private static bool IsLiteral(Ast element) => element is ConstantExpressionAst || (element is CommandParameterAst { Argument: { } argument } && IsLiteral(argument));
}
