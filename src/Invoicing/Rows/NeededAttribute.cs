using System;

namespace Invoicing.Commands;

/// <summary>
/// A value that must be there, typed or in the row. It is not mandatory to PowerShell, which would refuse a row without it in words of its own
/// and without its number.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NeededAttribute : Attribute
{
}
