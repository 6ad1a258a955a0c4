using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Sharing;

/// <summary>The result of sharing an image with an account, or of stopping it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Changed">True when something changed: an account that already has access needs no request.</param>
/// <param name="SharedAt">The time of sharing; null when it is not known.</param>
/// <param name="Failure">The error; null on success.</param>
public sealed record ShareResult(string AccountId, bool Changed, DateTimeOffset? SharedAt, TencentCloudException? Failure)
{
    /// <summary>Throws the first error of a change.</summary>
    internal static void ThrowFirst(IEnumerable<ShareResult> results)
    {
        if (results.FirstOrDefault(result => result.Failure is not null) is { } refused)
            throw refused.Failure!;
    }
}
