using System;
using System.Collections.Generic;

namespace Invoicing.Commands;

/// <summary>The answer of the tax authority's client about one file.</summary>
public sealed class SaftSubmission
{
    private const string AlreadySent = "-5";
    private const string LoginFailed = "-401";

    internal SaftSubmission(string path, string taxNumber, int year, int month, string operation, bool isTest)
    {
        Path = path;
        TaxNumber = taxNumber;
        Year = year;
        Month = month;
        Operation = operation;
        IsTest = isTest;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The tax number of the company, from the header.</summary>
    public string TaxNumber { get; }

    /// <summary>The year of the file.</summary>
    public int Year { get; }

    /// <summary>The month of the file.</summary>
    public int Month { get; }

    /// <summary>Send or Validate.</summary>
    public string Operation { get; }

    /// <summary>True for a delivery that the authority does not process.</summary>
    public bool IsTest { get; }

    /// <summary>True where the answer has the code 200; the client's exit code does not count.</summary>
    public bool Succeeded => Code == "200";

    /// <summary>The code of the answer; null where there was none.</summary>
    public string? Code { get; internal set; }

    /// <summary>The authority's messages: errors, or the warning of an accepted file.</summary>
    public IReadOnlyList<string> Message { get; internal set; } = [];

    /// <summary>The number that the authority gave to the file.</summary>
    public string? FileId { get; internal set; }

    /// <summary>The number of invoices that the authority counted.</summary>
    public string? Invoices { get; internal set; }

    /// <summary>The total of credits that the authority counted.</summary>
    public string? Credit { get; internal set; }

    /// <summary>The total of debits that the authority counted.</summary>
    public string? Debit { get; internal set; }

    /// <summary>The time at which the authority took the file, as it writes it.</summary>
    public string? Created { get; internal set; }

    /// <summary>The SHA-256 of the file that was handed over.</summary>
    public string Sha256 { get; internal set; } = "";

    /// <summary>The time at which the client was started.</summary>
    public DateTime Started { get; internal set; }

    /// <summary>The exit code of the client, for information: it is 0 after failures, too.</summary>
    public int? ExitCode { get; internal set; }

    /// <summary>The output of the client, without the password.</summary>
    public string Output { get; internal set; } = "";

    /// <summary>The error of an answer that is no success.</summary>
    internal InvoicingException Failure()
    {
        string words = Message.Count > 0 ? string.Join(" ", Message) : "no message";
        if (Code is null)
        {
            bool sent = Operation == "Send";
            return new InvoicingException(
                sent ? ErrorKind.OutcomeUnknown : ErrorKind.OperationFailed,
                $"The client of the tax authority gave no answer for '{Path}' (exit code {ExitCode}).")
            {
                Advice = (sent ? "Look at the e-Fatura portal whether the file arrived before you send it again. " : "") + "The Output of the object is what the client wrote.",
            };
        }

        ErrorKind kind = Code switch
        {
            LoginFailed => ErrorKind.AuthenticationFailed,
            AlreadySent => ErrorKind.Conflict,
            _ => ErrorKind.ValidationFailed,
        };
        return new InvoicingException(kind, $"The tax authority refused '{Path}' with code {Code}: {words}");
    }

    /// <summary>Company, month and code, for display.</summary>
    public override string ToString() => $"{TaxNumber} {Year:0000}-{Month:00} {Operation}: {Code ?? "no answer"}";
}
