using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Finds copies that have been in progress for unusually long. The service documents 10 to 30 minutes for a copy.</summary>
public static class LongCopies
{
    /// <summary>The time after which a copy is unusual.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    /// <summary>Checks whether a copy has been in progress for unusually long.</summary>
    public static bool IsLong(Image image, DateTimeOffset now) =>
        image.ImageState == ImageStates.Syncing && now - image.CreatedTime > Usual;

    /// <summary>Returns the time of creation and the time since then; null when the service did not return it.</summary>
    public static string? Since(Image image, DateTimeOffset now)
    {
        if (image.CreatedTime is not { } created)
            return null;
        var time = created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var age = now - created;
        return age < TimeSpan.FromHours(1) ? Localized.Text($"{time} ({age.TotalMinutes:0} min)", $"{time}（{age.TotalMinutes:0} 分钟）")
            : age < TimeSpan.FromDays(2) ? Localized.Text($"{time} ({age.TotalHours:0} h)", $"{time}（{age.TotalHours:0} 小时）")
            : Localized.Text($"{time} ({age.TotalDays:0} days)", $"{time}（{age.TotalDays:0} 天）");
    }
}
