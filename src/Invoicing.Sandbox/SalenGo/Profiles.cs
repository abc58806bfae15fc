using System;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Recurring profiles: they issue their first invoice at once when it is due, and the others as the clock moves on.</summary>
internal static class Profiles
{
    public static void Check(Work work, Record profile, Record? old)
    {
        Documents.FillIn(work, profile);
        if (old != null && (!Equals(old[Names.Date], profile[Names.Date]) || old.Text(Names.Frequency) != profile.Text(Names.Frequency)))
        {
            SkipPast(profile, work.Now);
        }
    }

    /// <summary>The answer names the first invoice when it was issued at once. [inferred]</summary>
    public static void Begin(Work work, Record profile, JObject answer)
    {
        if (profile.Whole("stopped") == 0 && profile.Date(Names.Date) <= work.Now)
        {
            var invoice = Issue(work, profile, profile.Date(Names.Date));
            answer[work.Settings.Name(Names.InvoiceId)] = work.Writer.Id(invoice.Id);
            SkipPast(profile, work.Now);
        }
    }

    /// <summary>Issues the invoices that have become due since the last call.</summary>
    public static void CatchUp(Work work)
    {
        foreach (var profile in work.Company.Store(Names.Recurring).All)
        {
            for (var due = Due(profile); due <= work.Now; due = Due(profile))
            {
                profile[Names.Period] = profile.Whole(Names.Period) + 1;
                var occurrences = profile.Whole("occurrences");
                if (profile.Whole("stopped") == 0 && !profile.IsDeleted
                    && (occurrences == 0 || profile.Whole(Names.Issued) < occurrences))
                {
                    Issue(work, profile, due);
                }
            }
        }
    }

    private static DateTime Due(Record profile) =>
        Frequencies.Day(profile.Date(Names.Date), profile.Text(Names.Frequency), profile.Whole(Names.Period));

    /// <summary>Skips periods before the profile was made.</summary>
    private static void SkipPast(Record profile, DateTime now)
    {
        profile[Names.Period] = 0L;
        while (Due(profile) <= now)
        {
            profile[Names.Period] = profile.Whole(Names.Period) + 1;
        }
    }

    private static Record Issue(Work work, Record profile, DateTime date)
    {
        var store = work.Company.Store(Names.Invoice);
        var invoice = store.New(work.Now);
        foreach (var field in Resources.Invoice.Fields.Where(field => !field.IsReadOnly && field.Name != Names.Number))
        {
            invoice[field.Name] = profile[field.Name];
        }

        invoice[Names.Number] = Documents.NextNumber(store, invoice);
        invoice[Names.Date] = date;
        invoice[Names.RecurringId] = profile.Id;
        invoice[Names.StaffId] = profile[Names.StaffId];
        invoice[Names.Updated] = work.Now;
        invoice[Names.Folder] = "active";
        if (profile.Whole("send_email") == 1 && work.Company.Send(invoice, work.Now))
        {
            invoice[Names.Status] = Names.Sent;
        }

        store.Put(invoice);
        profile[Names.Issued] = profile.Whole(Names.Issued) + 1;
        work.Company.Callbacks.Raise("invoice.create", invoice.Id, work.StaffId);
        return invoice;
    }
}
