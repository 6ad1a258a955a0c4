namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Error codes of client-side failures, in the form that Tencent's own clients use.</summary>
public static class ClientErrorCodes
{
    /// <summary>The connection failed, or was lost before the response.</summary>
    public const string NetworkError = "ClientError.NetworkError";

    /// <summary>The response did not arrive in time.</summary>
    public const string TimedOut = "ClientError.TimedOut";

    /// <summary>The HTTP status is one that the API does not use.</summary>
    public const string HttpStatusCodeError = "ClientError.HttpStatusCodeError";

    /// <summary>The response is not a valid response of the API, or is incomplete.</summary>
    public const string UnreadableResponse = "ClientError.UnreadableAnswer";

    /// <summary>A list cannot be right: items are missing, or it does not end.</summary>
    public const string IncompleteList = "ClientError.IncompleteList";

    /// <summary>The response is larger than the limit of this client.</summary>
    public const string ResponseTooLarge = "ClientError.AnswerTooLarge";

    /// <summary>The outcome is unknown: the response was lost, and the module could not check what the call did.</summary>
    public const string OutcomeUnknown = "ClientError.OutcomeUnknown";

    /// <summary>There are no credentials to sign with.</summary>
    public const string CredentialError = "ClientError.CredentialError";
}
