using System.Management.Automation;

namespace TencentImageReplication;

/// <summary>An image or an instance that does not exist in the regions of the search.</summary>
public sealed class TccNotFoundException : ItemNotFoundException, IAdvisedException
{
    internal TccNotFoundException(string message, string? recommendedAction, Exception? innerException = null)
        : base(message, innerException) =>
        RecommendedAction = recommendedAction;

    /// <inheritdoc/>
    public string? RecommendedAction { get; }
}
