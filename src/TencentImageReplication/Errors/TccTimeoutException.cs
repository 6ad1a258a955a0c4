namespace TencentImageReplication;

/// <summary>An image or an instance that was not available within the time limit.</summary>
public sealed class TccTimeoutException : TimeoutException, IAdvisedException
{
    internal TccTimeoutException(string message, string? recommendedAction, Exception? innerException = null)
        : base(message, innerException) =>
        RecommendedAction = recommendedAction;

    /// <inheritdoc/>
    public string? RecommendedAction { get; }
}
