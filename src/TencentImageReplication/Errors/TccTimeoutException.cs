namespace TencentImageReplication;

/// <summary>Something that was not ready in the given time.</summary>
public sealed class TccTimeoutException : TimeoutException, IAdvisedException
{
    internal TccTimeoutException(string message, string? recommendedAction, Exception? innerException = null)
        : base(message, innerException) =>
        RecommendedAction = recommendedAction;

    /// <inheritdoc/>
    public string? RecommendedAction { get; }
}
