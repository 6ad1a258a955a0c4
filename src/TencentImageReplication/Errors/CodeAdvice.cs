using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Advice about error codes whose documentation does not say what to do.</summary>
internal static class CodeAdvice
{
    private static readonly string[] RefusedRegion =
        ["UnsupportedOperation.Region", "InvalidRegion.Unavailable", "InvalidParameterValue.InvalidRegion"];

    private static readonly string[] UnknownRegion = ["UnsupportedRegion", "InvalidRegion.NotFound", "InvalidParameterValue.InvalidRegion"];

    private static readonly string[] UnknownKey = ["AuthFailure.SecretIdNotFound", "AuthFailure.InvalidSecretId"];

    /// <summary>Returns the advice about a failure; null if there is none.</summary>
    internal static string? For(TencentCloudException failure)
    {
        if (failure.Region is { } region && UnknownRegion.Contains(failure.Code) && RegionCatalog.FindSimilar(region) is { } similar)
            return Messages.SimilarRegionAdvice(region, similar.Id);
        if (failure.Action == "SyncImages" && RefusedRegion.Contains(failure.Code))
            return Messages.RefusedRegionAdvice();
        if (failure.Code.StartsWith("ImageQuotaLimitExceeded", StringComparison.Ordinal))
            return Messages.ImageQuotaAdvice(failure.Action == "SyncImages" ? null : failure.Region);
        if (failure.Code.Contains("Quota"))
            return Messages.QuotaAdvice(failure.Region);
        return UnknownKey.Contains(failure.Code) ? Messages.OtherSiteAdvice() : null;
    }
}
