using System;

namespace Invoicing.Banking;

/// <summary>Errors about the content of a bank file.</summary>
internal static class BankFault
{
    private const string CutAdvice = "Get the file from the bank again.";

    public static InvoicingException Of(int line, string what, Exception? inner = null) =>
        new(ErrorKind.InvalidFile, line > 0 ? $"Line {line}: {what}." : $"{char.ToUpperInvariant(what[0])}{what.Substring(1)}.", inner);

    /// <summary>The file ends where more must come.</summary>
    public static InvoicingException Cut(int line, string missing, Exception? inner = null) =>
        new(ErrorKind.InvalidFile, $"Line {line}: the file ends too early: {missing}.", inner) { Advice = CutAdvice };
}
