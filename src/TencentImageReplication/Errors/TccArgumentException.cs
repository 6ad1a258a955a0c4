namespace TencentImageReplication;

/// <summary>An input that the module refuses: a rule of the service that it breaks, or a value that is missing.</summary>
public sealed class TccArgumentException : ArgumentException, IAdvisedException
{
    internal TccArgumentException(string message, string? recommendedAction, Exception? innerException = null)
        : base(message, innerException) =>
        RecommendedAction = recommendedAction;

    /// <inheritdoc/>
    public string? RecommendedAction { get; }
}
