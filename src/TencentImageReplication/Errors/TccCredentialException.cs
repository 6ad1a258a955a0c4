namespace TencentImageReplication;

/// <summary>Credentials that are missing or cannot be used. No message contains a secret.</summary>
public sealed class TccCredentialException : Exception, IAdvisedException
{
    internal TccCredentialException(string message, string? recommendedAction, Exception? innerException = null)
        : base(message, innerException) =>
        RecommendedAction = recommendedAction;

    /// <inheritdoc/>
    public string? RecommendedAction { get; }
}
