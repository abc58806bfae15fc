namespace Invoicing.Sandbox.Saft;

internal sealed class SaftWorkDocument : SaftGoodsDocument
{
}
