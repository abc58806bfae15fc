using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Invoicing;

/// <summary>
/// Replaces what tells of people: names, addresses, e-mail addresses, telephone and tax numbers, of persons and companies alike, since nothing tells for
/// sure which of them a client is. The same text has the same mask wherever it stands. Tax numbers stay valid by their check digit. Free text of clients and documents, bank
/// details and fields that only the provider knows are left out; identifiers, codes, references, items, lines and amounts stay.
/// </summary>
public sealed class RecordMask : IDisposable
{
    private const string FinalConsumer = "999999990";
    private const string Ends = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int Tries = 500;

    /// <summary>A key of this object: without it, a tax number could be found from its mask by trying all that there are.</summary>
    private readonly HMACSHA256 _secret = new();
    private readonly Dictionary<(string Kind, string Text), string> _masks = [];
    private readonly HashSet<(string Kind, string Mask)> _used = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Copies a record with masks in place of what tells of people.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="record">The record. It is not written to.</param>
    /// <returns>The copy.</returns>
    public T Apply<T>(T record)
        where T : InvoiceRecord
    {
        T copy = record.Copy();
        switch (copy)
        {
            case Client client:
                Mask(client);
                break;
            case Invoice document:
                Mask(document);
                break;
            case Payment payment:
                Mask(payment.Client);
                payment.Notes = null;
                payment.Extra.Clear();
                break;
            case InvoiceAccount account:
                Mask(account);
                break;
            case BankAccount bank:
                bank.AccountNumber = bank.Iban = bank.SwiftCode = bank.Description = null;
                bank.Extra.Clear();
                break;
        }

        return copy;
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _secret.Dispose();

    private void Mask(Client? client)
    {
        if (client is null)
        {
            return;
        }

        client.TaxNumber = TaxNumber(client.TaxNumber, client.Country);
        client.RegistrationNumber = TaxNumber(client.RegistrationNumber, client.Country);
        client.Name = Numbered("Client", client.Name);
        client.Email = Email(client.Email);
        client.Phone = Scrambled("phone", client.Phone);
        client.Fax = Scrambled("phone", client.Fax);
        client.Website = null;
        client.Address = Numbered("Street", client.Address);
        client.City = Numbered("City", client.City);
        client.PostalCode = Scrambled("postal code", client.PostalCode);
        client.Region = Numbered("Region", client.Region);
        client.ContactName = Numbered("Contact", client.ContactName);
        client.ContactEmail = Email(client.ContactEmail);
        client.ContactPhone = Scrambled("phone", client.ContactPhone);
        client.Notes = null;
        client.Links = null;
        client.Extra.Clear();
    }

    private void Mask(Invoice document)
    {
        Mask(document.Client);
        Mask(document.AddressFrom);
        Mask(document.AddressTo);
        document.LoadSite = document.DeliverySite = document.Notes = document.Permalink = null;
        document.LicensePlate = Scrambled("plate", document.LicensePlate);
        document.Multibanco = null;
        document.Links = null;
        document.Extra.Clear();
        foreach (InvoiceLine line in document.Lines)
        {
            line.Extra.Clear();
        }
    }

    private void Mask(PostalAddress? address)
    {
        if (address is not null)
        {
            address.Street = Numbered("Street", address.Street);
            address.City = Numbered("City", address.City);
            address.PostalCode = Scrambled("postal code", address.PostalCode);
            address.Extra.Clear();
        }
    }

    private void Mask(InvoiceAccount account)
    {
        account.TaxNumber = TaxNumber(account.TaxNumber, account.Country);
        account.Name = Numbered("Company", account.Name);
        account.FirstName = Numbered("First", account.FirstName);
        account.LastName = Numbered("Last", account.LastName);
        account.Email = Email(account.Email);
        account.Phone = Scrambled("phone", account.Phone);
        account.Fax = Scrambled("phone", account.Fax);
        account.Website = account.Url = null;
        account.Address = Numbered("Street", account.Address);
        account.City = Numbered("City", account.City);
        account.PostalCode = Scrambled("postal code", account.PostalCode);
        account.Region = Numbered("Region", account.Region);
        account.Extra.Clear();
    }

    /// <summary>A word and the number of the text among those of its kind.</summary>
    private string? Numbered(string word, string? text) => Of(word, text, _ =>
    {
        _counts.TryGetValue(word, out int count);
        _counts[word] = ++count;
        return FormattableString.Invariant($"{word} {count}");
    });

    private string? Email(string? text) => Numbered("mail", text?.Trim().ToLowerInvariant()) is { } numbered ? numbered.Replace(" ", "") + "@example.com" : text;

    private string? Scrambled(string kind, string? text) => Of(kind, text, bare => Scrambled(bare, 0, 0));

    /// <summary>
    /// A number of the same form and the same country. The first sign behind the prefix stays: in Portugal and Spain it tells the kind of taxpayer, on which
    /// taxes can depend.
    /// </summary>
    private string? TaxNumber(string? text, string? country) => Of("tax number", text, bare =>
    {
        if (bare == FinalConsumer)
        {
            return bare;
        }

        bool isValid = TaxNumbers.IsValid(bare, country) == true;
        int kept = bare.TakeWhile(char.IsLetter).Count() >= 2 ? 3 : 1;
        for (int round = 0; round < Tries; round++)
        {
            string candidate = Scrambled(bare, Math.Min(kept, bare.Length), round);
            string[] all = isValid ? [.. Ends.Select(end => candidate.Substring(0, candidate.Length - 1) + end)] : [candidate];
            if (all.FirstOrDefault(one => one != bare && (!isValid || TaxNumbers.IsValid(one, country) == true) && _used.Add(("tax number", one))) is { } fit)
            {
                return fit;
            }
        }

        return Scrambled(bare, 0, Tries);
    });

    private string? Of(string kind, string? text, Func<string, string> make)
    {
        if (text is null || string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        string bare = text.Trim();
        if (!_masks.TryGetValue((kind, bare), out string? mask))
        {
            _masks[(kind, bare)] = mask = make(bare);
        }

        return mask;
    }

    /// <summary>Digits for digits and letters for letters, from a place on.</summary>
    private string Scrambled(string text, int from, int round)
    {
        byte[] digest = [];
        var result = new StringBuilder(text, 0, from, text.Length);
        for (int i = from; i < text.Length; i++)
        {
            if (digest.Length == 0 || i % digest.Length == 0)
            {
                digest = _secret.ComputeHash(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{round}:{i}:{text}")));
            }

            byte value = digest[i % digest.Length];
            result.Append(text[i] switch
            {
                >= '0' and <= '9' => (char)('0' + (value % 10)),
                var letter when char.IsUpper(letter) => (char)('A' + (value % 26)),
                var letter when char.IsLetter(letter) => (char)('a' + (value % 26)),
                var other => other,
            });
        }

        return result.ToString();
    }
}
