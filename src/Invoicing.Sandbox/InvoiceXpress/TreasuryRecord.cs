using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Amounts that a client owes besides its documents.</summary>
internal sealed class TreasuryRecord
{
    public decimal InitialValue { get; set; }

    public DateTime? InitialDate { get; set; }

    public string? InitialObservation { get; set; }

    public List<RegularizationRecord> Regularizations { get; } = new();

    public List<MovementRecord> Movements { get; } = new();
}

/// <summary>Takes a part of the opening balance away.</summary>
internal sealed class RegularizationRecord
{
    public RegularizationRecord(long id, string number, decimal value, DateTime date, string? observation)
    {
        Id = id;
        Number = number;
        Value = value;
        Date = date;
        Observation = observation;
    }

    public long Id { get; }

    public string Number { get; }

    public decimal Value { get; }

    public DateTime Date { get; }

    public string? Observation { get; }
}

/// <summary>Money that came from a client, or went back, without a document.</summary>
internal sealed class MovementRecord
{
    public MovementRecord(long id, decimal value, bool isReimbursement)
    {
        Id = id;
        Value = value;
        IsReimbursement = isReimbursement;
    }

    public long Id { get; }

    public decimal Value { get; }

    public bool IsReimbursement { get; }
}
