using System.IO;
using System.Threading;
using Invoicing.Saft.Checks;
using Invoicing.Saft.Reading;

namespace Invoicing.Saft;

/// <summary>
/// Checks a SAF-T (PT) file in one pass from its start to its end, with the rules of <see cref="SaftRules"/>. The memory it needs
/// does not depend on the size of the file but for a few dozen bytes a document. The file is never changed.
/// </summary>
public static class SaftChecker
{
    /// <summary>Checks an XML file, or a ZIP with exactly one .xml in it or a gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The extent of the check; null for everything.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>The findings and a summary; a file that cannot be read as SAF-T ends in findings, too.</returns>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="System.ArgumentException">The public key or the name of a rule is wrong.</exception>
    public static SaftReport Check(string path, SaftCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SaftCheckOptions();
        return new CheckRun(options).Run(() => SaftSource.Open(path, inspect: true, options.Progress), path, cancellationToken);
    }

    /// <summary>Checks XML, or a ZIP with exactly one .xml in it or a gzip, from a stream.</summary>
    /// <param name="stream">The stream, read from where it stands.</param>
    /// <param name="options">The extent of the check; null for everything.</param>
    /// <param name="leaveOpen">False to close the stream at the end.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>The findings and a summary; a file that cannot be read as SAF-T ends in findings, too.</returns>
    /// <exception cref="System.ArgumentException">The public key or the name of a rule is wrong.</exception>
    public static SaftReport Check(
        Stream stream, SaftCheckOptions? options = null, bool leaveOpen = true, CancellationToken cancellationToken = default)
    {
        options ??= new SaftCheckOptions();
        return new CheckRun(options).Run(() => new SaftSource(stream, leaveOpen, inspect: true, options.Progress), path: null, cancellationToken);
    }
}
