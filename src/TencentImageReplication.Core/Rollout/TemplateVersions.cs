using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Rollout;

/// <summary>The versions of a launch template: those that this module made, and those to delete.</summary>
/// <param name="versions">All versions.</param>
internal sealed class TemplateVersions(IReadOnlyList<LaunchTemplateVersionInfo> versions)
{
    // Documented: LimitExceeded.LaunchTemplateVersionQuota.
    private const int MaxVersions = 30;

    /// <summary>The default version; null if there is none.</summary>
    public LaunchTemplateVersionInfo? Default => versions.FirstOrDefault(version => version.IsDefaultVersion == true);

    /// <summary>True if a version must be deleted before one can be created.</summary>
    public bool IsFull => versions.Count >= MaxVersions;

    /// <summary>The highest number.</summary>
    public long Latest => versions.Max(version => version.LaunchTemplateVersion) ?? 0;

    /// <summary>Finds a version by number; null if there is none.</summary>
    public LaunchTemplateVersionInfo? Find(long? number) => versions.FirstOrDefault(version => version.LaunchTemplateVersion == number);

    /// <summary>Finds the version that this module made for an image from a version, by description and image; null if there is none.</summary>
    public LaunchTemplateVersionInfo? FindMade(VersionDescription wanted) => versions.FirstOrDefault(version =>
        version.LaunchTemplateVersionData?.ImageId == wanted.ImageId && MakerOf(version) == wanted);

    /// <summary>Returns the versions of this module beyond a number, the oldest first; never one of those in use.</summary>
    /// <param name="keep">The number of versions of this module to keep, those in use included.</param>
    /// <param name="inUse">The default version, and the one before it.</param>
    public IReadOnlyList<long> Surplus(int keep, params IReadOnlyCollection<long?> inUse)
    {
        var made = versions.Where(version => MakerOf(version) is not null).Select(version => version.LaunchTemplateVersion).OfType<long>().OrderBy(number => number).ToList();
        return [.. made.Where(number => !inUse.Contains(number)).Take(Math.Max(0, made.Count - keep))];
    }

    private static VersionDescription? MakerOf(LaunchTemplateVersionInfo version) => VersionDescription.Of(version.LaunchTemplateVersionDescription);
}
