using Invoicing.Saft.Encodings;
using Invoicing.Saft.Reading;
using Invoicing.Shared;

namespace Invoicing.Saft.Checks;

/// <summary>F03: do the bytes agree with what the file says about its encoding?</summary>
internal static class EncodingCheck
{
    public static void Check(CheckContext context, SaftSource source)
    {
        var encoding = source.Encoding;
        var bytes = source.Inspector!;
        if (encoding.Problem is { } problem)
        {
            Report(context, problem, encoding.Declared, null);
        }
        else if (encoding.IsUtf8)
        {
            CheckUtf8(context, encoding, bytes);
        }
        else if (encoding.Encoding.IsSingleByte)
        {
            CheckSingleByte(context, encoding, bytes);
        }
    }

    private static void CheckUtf8(CheckContext context, SaftEncoding encoding, ByteInspector bytes)
    {
        if (bytes.InvalidUtf8 > 0)
        {
            var declared = encoding.Declared ?? "UTF-8, as nothing is declared";
            Report(
                context, "The file holds bytes that are not valid in its encoding.", declared, At(bytes.InvalidUtf8, bytes.FirstInvalid));
        }
    }

    private static void CheckSingleByte(CheckContext context, SaftEncoding encoding, ByteInspector bytes)
    {
        // One byte that is not UTF-8 is enough to believe the declaration.
        if (bytes.Utf8Characters > 0 && bytes.InvalidUtf8 == 0)
        {
            Report(
                context, "The bytes are UTF-8, not what the file declares.", encoding.Declared,
                $"{bytes.Utf8Characters} UTF-8 characters");
        }
        else if (bytes.Undefined > 0 && encoding.Encoding is Windows1252Encoding)
        {
            Report(
                context, "The file holds bytes that its encoding leaves undefined.", encoding.Declared,
                At(bytes.Undefined, bytes.FirstUndefined));
        }
    }

    private static string At(long count, long position) => $"{count}, the first at byte {position}";

    private static void Report(CheckContext context, string description, string? expected, string? found)
        => context.Findings.Add("F03", SaftTable.File, null, 1, description, expected, found);
}
