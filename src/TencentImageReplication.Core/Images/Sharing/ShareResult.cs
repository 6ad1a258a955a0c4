namespace TencentImageReplication.Core.Images.Sharing;

/// <summary>What came of sharing an image with an account, or of taking it back.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Changed">Whether something was done: an account that has the image already needs nothing.</param>
/// <param name="SharedAt">When the image was shared with it; null where that is not known.</param>
/// <param name="Failure">Why it was refused; null when it was not.</param>
public sealed record ShareResult(string AccountId, bool Changed, DateTimeOffset? SharedAt, Exception? Failure);
