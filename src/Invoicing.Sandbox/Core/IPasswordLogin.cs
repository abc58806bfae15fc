namespace Invoicing.Sandbox.Core;

/// <summary>A provider whose users get their key by logging in.</summary>
internal interface IPasswordLogin
{
    string Login { get; }

    string Password { get; }
}
