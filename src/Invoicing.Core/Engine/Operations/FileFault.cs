using System;
using System.IO;

namespace Invoicing;

/// <summary>Says in our own words why a file could not be read or written; those of the runtime are in the language of the machine.</summary>
public static class FileFault
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>True for what the file system reports.</summary>
    public static bool IsOf(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException;

    /// <summary>The error for a file that could not be read.</summary>
    public static InvoicingException Reading(string path, Exception fault) =>
        new(ErrorKind.FileFailed, $"The file '{path}' could not be read: {Reason(path, fault)}.", fault);

    /// <summary>The error for a file that could not be written.</summary>
    public static InvoicingException Writing(string path, Exception fault) =>
        new(ErrorKind.FileFailed, $"The file '{path}' could not be written: {Reason(path, fault)}.", fault);

    /// <summary>The reason as a part of a sentence.</summary>
    public static string Reason(string path, Exception fault) => fault switch
    {
        _ when Directory.Exists(path) => "it is a directory",
        FileNotFoundException => "it does not exist",
        DirectoryNotFoundException => "its directory does not exist",
        UnauthorizedAccessException or System.Security.SecurityException => "access is denied",
        PathTooLongException => "the path is too long",
        NotSupportedException or ArgumentException => "the path is not valid",
        { HResult: SharingViolation or LockViolation } => "another program is using it",
        { HResult: DiskFull } => "the disk is full",
        _ => $"input/output error 0x{fault.HResult:X8}",
    };
}
