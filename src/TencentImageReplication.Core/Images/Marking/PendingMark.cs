namespace TencentImageReplication.Core.Images.Marking;

/// <summary>A copy that gets a mark.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="IsAvailable">False for a copy in progress: Wait-TccImage marks it when it is available.</param>
internal sealed record PendingMark(ImageRef Copy, bool IsAvailable);
