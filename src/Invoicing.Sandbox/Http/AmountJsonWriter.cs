using System.Globalization;
using System.IO;
using System.Text;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.Http;

/// <summary>Writes JSON as UTF-8; amounts have at least one decimal, and no zeros at the end that come from multiplying.</summary>
internal sealed class AmountJsonWriter : JsonTextWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public AmountJsonWriter(Stream output)
        : base(new StreamWriter(output, Utf8, 1024, leaveOpen: true))
    {
    }

    public override void WriteValue(decimal value) => WriteRawValue(value.ToString("0.0###########################", CultureInfo.InvariantCulture));
}
