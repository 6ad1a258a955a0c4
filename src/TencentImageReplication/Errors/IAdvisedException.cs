namespace TencentImageReplication;

/// <summary>An exception of the module, which has the advice apart from its message, for scripts.</summary>
internal interface IAdvisedException
{
    /// <summary>The advice: what to do about the problem; null when the message already says it.</summary>
    string? RecommendedAction { get; }
}
