using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Invoicing.Commands;

/// <summary>A parameter that values are to be offered for.</summary>
internal sealed class CompletionRequest
{
    private static readonly ConcurrentDictionary<string, Type?> Cmdlets = new(StringComparer.OrdinalIgnoreCase);

    private readonly IDictionary _bound;

    public CompletionRequest(string command, string parameter, string word, IDictionary bound)
    {
        Command = command;
        Parameter = parameter;
        Word = word.Trim('\'', '"');
        _bound = bound;
        Type declared = Cmdlets.GetOrAdd(command, Find)?.GetProperty(parameter, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType
            ?? typeof(string);
        declared = declared.GetElementType() ?? declared;
        Type plain = declared.IsGenericType ? declared.GetGenericArguments()[0] : declared;
        Type = Nullable.GetUnderlyingType(plain) ?? plain;
    }

    public string Command { get; }

    public string Parameter { get; }

    /// <summary>The typed part of the value, without quotes.</summary>
    public string Word { get; }

    /// <summary>Type of one value.</summary>
    public Type Type { get; }

    public string Verb => Command.Split('-')[0];

    public string Noun => Command.Split('-').Last();

    /// <summary>The session that the command would use; <c>null</c> if it is not connected.</summary>
    public InvoiceSession? Session
    {
        get
        {
            InvoiceSession? session = Bound("Session") switch
            {
                InvoiceSession given => given,
                string name => SessionRegistry.Current.Find(name),
                _ => SessionRegistry.Current.DefaultOrNone,
            };
            return session is { IsConnected: true } ? session : null;
        }
    }

    /// <summary>The value of another parameter, where it is known before the command runs.</summary>
    public object? Bound(string parameter) => _bound.Contains(parameter) ? InputValue.Unwrap(_bound[parameter]) : null;

    private static Type? Find(string command) => typeof(CompletionRequest).Assembly.GetTypes().FirstOrDefault(type =>
        type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet && string.Equals($"{cmdlet.VerbName}-{cmdlet.NounName}", command, StringComparison.OrdinalIgnoreCase));
}
