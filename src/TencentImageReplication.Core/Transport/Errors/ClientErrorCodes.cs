namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Codes of failures on the client's side, named as Tencent's own clients name them.</summary>
public static class ClientErrorCodes
{
    /// <summary>The connection was not made, or was lost before an answer.</summary>
    public const string NetworkError = "ClientError.NetworkError";

    /// <summary>The answer was not there in time.</summary>
    public const string TimedOut = "ClientError.TimedOut";

    /// <summary>A status that the service does not use for its answers.</summary>
    public const string HttpStatusCodeError = "ClientError.HttpStatusCodeError";

    /// <summary>What was answered is no answer of the service, or only part of one.</summary>
    public const string UnreadableAnswer = "ClientError.UnreadableAnswer";

    /// <summary>The answer is larger than this client takes.</summary>
    public const string AnswerTooLarge = "ClientError.AnswerTooLarge";

    /// <summary>Nobody knows what became of the call: its answer was lost, and nobody could look at what it may have done.</summary>
    public const string OutcomeUnknown = "ClientError.OutcomeUnknown";

    /// <summary>There is no credential to sign with.</summary>
    public const string CredentialError = "ClientError.CredentialError";
}
