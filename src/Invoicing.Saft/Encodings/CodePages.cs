using System.Text;
using Invoicing.Shared;

namespace Invoicing.Saft.Encodings;

/// <summary>Encodings of older programs, which .NET may not know.</summary>
public static class CodePages
{
    /// <summary>Windows-1252, in which Excel and most invoicing programs of Western Europe save text.</summary>
    public static Encoding Windows1252 { get; } = new Windows1252Encoding();
}
