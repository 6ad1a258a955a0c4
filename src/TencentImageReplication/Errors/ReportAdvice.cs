using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Advice about the errors of rows, which may have been read from a file: by their codes.</summary>
internal static class ReportAdvice
{
    private const string CopyAction = "SyncImages";
    private const string OwnCodes = "ClientError.";

    /// <summary>Returns the advice about an error; null if there is none.</summary>
    internal static string? For(RowError error) => error.Code switch
    {
        "" => null,
        ClientErrorCodes.CredentialError => Messages.CredentialAdvice(),
        "ImageVanished" => Messages.WaitVanishedAdvice(),
        "WaitTimedOut" => Messages.ReportTimedOutAdvice(),
        // The rules of this module say what to do in their messages. Without a request, the service has not refused anything.
        var code when error.RequestId is null && !code.StartsWith(OwnCodes, StringComparison.Ordinal) => CodeAdvice.For(Failure(error)),
        _ => ErrorAdvice.For(Failure(error)),
    };

    // Most errors of rows are those of requests for copies.
    private static TencentCloudException Failure(RowError error) => new(
        ErrorClassifier.Classify(error.Code, CopyAction), error.Code, error.Message ?? "", CopyAction, requestId: error.RequestId);
}
