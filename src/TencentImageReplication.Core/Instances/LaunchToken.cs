using System.Globalization;
using System.Text;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Instances;

/// <summary>
/// Creates the default client token of a launch: a hash of the image, the region and the settings of the user, so that the same
/// command creates instances once. The password and the zone that the module chooses are not part of it.
/// </summary>
internal static class LaunchToken
{
    // At most 64 characters are allowed. 160 bits are enough to be unique.
    private const int Length = 40;

    /// <summary>Returns the token of a request.</summary>
    public static string Of(LaunchRequest request)
    {
        var settings = request.Settings;
        var text = new StringBuilder();
        Add("image", request.ImageId);
        Add("region", request.Region.ToLowerInvariant());
        Add(nameof(settings.InstanceType), settings.InstanceType);
        Add(nameof(settings.Zone), settings.Zone);
        Add(nameof(settings.InstanceName), settings.InstanceName);
        Add(nameof(settings.Count), Number(settings.Count));
        Add(nameof(settings.SystemDiskType), settings.SystemDiskType);
        Add(nameof(settings.SystemDiskSizeGB), Number(settings.SystemDiskSizeGB));
        Add(nameof(settings.VpcId), settings.VpcId);
        Add(nameof(settings.SubnetId), settings.SubnetId);
        AddAll(nameof(settings.SecurityGroupIds), settings.SecurityGroupIds);
        Add(nameof(settings.UseDefaultNetwork), settings.UseDefaultNetwork ? "true" : null);
        Add(nameof(settings.InternetMaxBandwidthOut), Number(settings.InternetMaxBandwidthOut));
        Add(nameof(settings.InstanceChargeType), settings.InstanceChargeType);
        Add(nameof(settings.PrepaidPeriod), Number(settings.PrepaidPeriod));
        AddAll(nameof(settings.KeyIds), settings.KeyIds);
        Add(nameof(settings.KeepImageLogin), settings.KeepImageLogin ? "true" : null);
        Add(nameof(settings.HostName), settings.HostName);
        Add(nameof(settings.UserData), settings.UserData);
        AddAll(nameof(settings.Tags), settings.Tags?.OrderBy(tag => tag.Key, StringComparer.Ordinal).SelectMany(tag => new[] { tag.Key, tag.Value }));
        Add(nameof(settings.Like), settings.Like?.Instance.InstanceId);
        Add("LikeRegion", settings.Like?.Region.ToLowerInvariant());
        return Hash(text.ToString());

        // The length keeps two lists of values from having the same text.
        void Add(string name, string? value)
        {
            if (value is not null)
                text.Append(name).Append(' ').Append(Number(value.Length)).Append(' ').Append(value).Append('\n');
        }

        void AddAll(string name, IEnumerable<string>? values)
        {
            foreach (var value in values ?? [])
                Add(name, value);
        }
    }

    /// <summary>Returns the next token when all instances of a token are deleted.</summary>
    /// <param name="token">The token.</param>
    /// <param name="instanceId">An instance that was created with it.</param>
    public static string After(string token, string instanceId) => Hash($"{token}\n{instanceId}");

    /// <summary>Returns a token that no other request has.</summary>
    public static string New() => Guid.NewGuid().ToString("N");

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string text) => Hashing.Sha256Hex(Encoding.UTF8.GetBytes(text)).Substring(0, Length);
}
