using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Methods of webhooks besides create, list and delete. [official]</summary>
internal static class CallbackMethods
{
    public static void Check(Work work, Record callback, Record? _)
    {
        if (CallbackSender.Problem(callback.Text("uri")) is { } problem)
        {
            work.Fail("uri", problem);
        }
    }

    public static JObject Verify(Work work)
    {
        var body = work.Body(Names.Callback);
        var callback = work.Find(Resources.Callback, body);
        var token = body[work.Settings.Name("verifier")];
        if (token is null || work.Reader.Text("verifier", token) != callback.Text(Names.Code))
        {
            work.Fail("verifier", "this is not the code that was sent");
        }

        work.RefuseIfWrong();
        callback[Names.Verified] = 1L;
        return new JObject();
    }

    public static JObject ResendToken(Work work)
    {
        var callback = work.Find(Resources.Callback, work.Parameters);
        if (callback.Whole(Names.Verified) == 0)
        {
            work.Company.Callbacks.SendCode(callback, work.StaffId);
        }

        return new JObject();
    }
}
