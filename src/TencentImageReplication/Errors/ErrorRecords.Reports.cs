using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Creates the errors of reports.</summary>
internal static partial class ErrorRecords
{
    internal static ErrorRecord NotAReportRow(PSObject value) => Create(
        new TccArgumentException(Messages.NotAReportRow(), Messages.NotAReportRowAdvice()), "NotAReportRow", ErrorCategory.InvalidArgument, value);

    internal static ErrorRecord JournalNotRead(string path, Exception cause) => Create(
        new TccArgumentException(Messages.JournalNotRead(path, cause.Message), null, cause), "JournalNotRead", ErrorCategory.ReadError, path);

    internal static ErrorRecord ReportNotWritten(string path, Exception cause, bool exists) => exists
        ? Create(
            new TccArgumentException(Messages.ReportExists(path), Messages.ReportExistsAdvice(), cause), "ReportExists", ErrorCategory.ResourceExists, path)
        : Create(
            new TccArgumentException(Messages.ReportNotWritten(path, cause.Message), null, cause), "ReportNotWritten", ErrorCategory.WriteError, path);
}
