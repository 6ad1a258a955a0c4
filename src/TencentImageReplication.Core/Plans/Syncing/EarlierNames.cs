using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>The names that copies of earlier images get when a new copy needs theirs.</summary>
internal static class EarlierNames
{
    /// <summary>Returns the name with the time of the creation of the copy, shortened to the maximum length of a name.</summary>
    public static string Of(Image copy)
    {
        var suffix = copy.CreatedTime is { } time
            ? time.UtcDateTime.ToString("'-'yyyyMMdd'-'HHmmss", CultureInfo.InvariantCulture)
            : $"-{copy.ImageId}";
        var length = Math.Min(copy.ImageName.Length, ImageRules.MaxNameLength - suffix.Length);
        return $"{copy.ImageName.Substring(0, length)}{suffix}";
    }
}
