namespace TencentImageReplication.Report.Rows;

/// <summary>The error of a row.</summary>
/// <param name="Code">Tencent's error code, or the ID of the rule that is in the way.</param>
/// <param name="Message">The message.</param>
/// <param name="RequestId">Tencent's ID of the request, for its support.</param>
public sealed record RowError(string Code, string? Message, string? RequestId)
{
    /// <summary>Reads the error of a row; null for a row without one.</summary>
    internal static RowError? Of(RowValues values) => (values.Text("ErrorCode"), values.Text("ErrorMessage")) switch
    {
        (null, null) => null,
        (var code, var message) => new RowError(code ?? "", message, values.Text("RequestId")),
    };
}
