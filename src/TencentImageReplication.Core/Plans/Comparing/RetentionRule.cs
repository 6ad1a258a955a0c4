using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Decides whether a copy that no longer belongs in its place may be deleted.</summary>
internal static class RetentionRule
{
    /// <summary>
    /// Returns the reason to keep a copy although the plan does not want it any more, as far as the lists of images tell; null for none.
    /// </summary>
    /// <param name="cell">The version and its copy.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="newestIsThere">False when the newest version is not known to be in the place, or to get there.</param>
    /// <param name="now">The time.</param>
    public static string? WhyHeld(PlanCell cell, Image copy, bool newestIsThere, DateTimeOffset now)
    {
        var isIntermediate = PlanTags.IsIntermediate(copy);
        if (!isIntermediate && cell.Position == 0)
            return PlanTexts.NewestVersion;
        if (cell.Finding!.Kind != CopyFindingKind.Marked && !cell.Family.AdoptUnmarked)
            return PlanTexts.NoMark;
        if (copy.ImageState != ImageStates.Normal)
            return PlanTexts.NotNormal(copy.ImageState);
        if (!newestIsThere)
            return PlanTexts.NewestMissing;
        if (!isIntermediate && cell.Family.Retention is { } retention && !(now - copy.CreatedTime >= retention.MinimumAge))
            return PlanTexts.TooYoung(retention.MinimumAge);
        return null;
    }

    /// <summary>Returns the use or the sharing that forbids deleting a copy; null when there is none. What could not be read counts as a use.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="place">The place, with what is known about its images.</param>
    /// <param name="wantedShares">The accounts that the plan shares copies with.</param>
    public static string? WhyInUse(Image copy, PlaceContents place, IReadOnlyList<string> wantedShares)
    {
        if (place.Uses is not { } uses)
            return PlanTexts.UsesNotRead;
        if (uses.Of(copy).Where(use => !use.IsPastPublication).ToList() is { Count: > 0 } users)
            return PlanTexts.InUse([.. users.Select(use => use.Id).Distinct()]);
        if (uses.Unread.Count > 0)
            return PlanTexts.UsesUnread([.. uses.Unread.Select(kind => kind.ToString())]);
        if (place.SharesOf(copy.ImageId) is not { } shares)
            return PlanTexts.SharesNotRead;
        return shares.Except(wantedShares).ToList() is { Count: > 0 } others ? PlanTexts.Shared(others) : null;
    }
}
