using System.Management.Automation;
using System.Text;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Report;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Session;
using TencentImageReplication.Text;

namespace TencentImageReplication.Commands;

/// <summary>
/// Writes rows of copies and plans, and journals of runs, as one HTML file without scripts. Needs no connection.
/// </summary>
[Cmdlet(VerbsData.Export, "TccReplicationReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportTccReplicationReportCommand : TccCmdlet
{
    private ReportRows? _rows;

    /// <summary>The rows of copies and plans: live, or read from a file.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The journals of runs to read too. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] JournalPath { get; set; } = [];

    /// <summary>The title of the report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Does not replace a file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _rows = new ReportRows();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject ?? [])
        {
            if (item is not null && !_rows!.Add(ReportInput.Values(item)))
                WriteError(ErrorRecords.NotAReportRow(item));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        foreach (var pattern in JournalPath)
            ReadJournals(pattern);
        var path = GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(path))
            return;
        Write(path, HtmlReport.Create(_rows!, Title, Now(), ReportAdvice.For));
        if (PassThru)
            WriteObject(new FileInfo(path));
    }

    // By the clock that the rows are from, if there is a connection.
    private static DateTimeOffset Now() => (ModuleState.Current.Context?.TimeProvider ?? TimeProvider.System).GetUtcNow();

    private void ReadJournals(string pattern)
    {
        try
        {
            foreach (var path in GetResolvedProviderPathFromPSPath(pattern, out _))
            {
                using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
                if (_rows!.AddJournal(reader) is { Count: > 0 } unread)
                    WriteWarning(Messages.JournalLinesNotRead(path, unread));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ItemNotFoundException)
        {
            WriteError(ErrorRecords.JournalNotRead(pattern, exception));
        }
    }

    private void Write(string path, string page)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(path, NoClobber ? FileMode.CreateNew : FileMode.Create, FileAccess.Write));
            writer.Write(page);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            ThrowTerminatingError(ErrorRecords.ReportNotWritten(path, exception, NoClobber && File.Exists(path)));
        }
    }
}
