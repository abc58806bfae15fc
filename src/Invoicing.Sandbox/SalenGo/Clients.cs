using System.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>The rules of clients.</summary>
internal static class Clients
{
    private static readonly string[] Core = { "first_name", "last_name", "organization", Names.Email };

    /// <summary>A client requires a name. [assumption]</summary>
    public static void Check(Work work, Record client, Record? old)
    {
        if (Core.All(name => client.Text(name).Length == 0))
        {
            work.Fail("organization", "a client needs a name or an e-mail address");
        }

        if (old is null && work.IsStaff)
        {
            client[Names.AssignedStaff] = work.StaffId;
        }
    }
}
