namespace TencentImageReplication;

/// <summary>An operation that is not possible or did not lead to a usable result.</summary>
public sealed class TccOperationException : InvalidOperationException, IAdvisedException
{
    internal TccOperationException(string message, string? recommendedAction, Exception? innerException = null)
        : base(message, innerException) =>
        RecommendedAction = recommendedAction;

    /// <inheritdoc/>
    public string? RecommendedAction { get; }
}
