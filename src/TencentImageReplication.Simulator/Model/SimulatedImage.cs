namespace TencentImageReplication.Simulator.Model;

/// <summary>An image as its owner sees it, at one time. Types and states have the spelling of Tencent Cloud.</summary>
public sealed record SimulatedImage
{
    /// <summary>The ID, <c>img-</c> and eight characters; drawn when it is empty in a new image.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>The name, at most 60 characters.</summary>
    public required string ImageName { get; init; }

    /// <summary>The region; empty for a public image, which is in all regions.</summary>
    public required string Region { get; init; }

    /// <summary>The account that owns it; empty for a public image.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>PRIVATE_IMAGE</c> or <c>PUBLIC_IMAGE</c>. Others see a shared one as <c>SHARED_IMAGE</c>.</summary>
    public string ImageType => AccountId.Length == 0 ? ImageTypes.Public : ImageTypes.Private;

    /// <summary>The state, such as <c>NORMAL</c> or <c>SYNCING</c>.</summary>
    public string State { get; init; } = ImageStates.Normal;

    /// <summary>The progress of a copy, 0 to 100; null when the service has no value.</summary>
    public int? SyncPercent { get; init; }

    /// <summary>The name of the operating system.</summary>
    public string OsName { get; init; } = "TencentOS Server 3.1 (TK4)";

    /// <summary>The platform, such as <c>Windows</c> or <c>TencentOS</c>.</summary>
    public string Platform { get; init; } = "TencentOS";

    /// <summary><c>x86_64</c>, <c>arm</c> or <c>i386</c>.</summary>
    public string Architecture { get; init; } = "x86_64";

    /// <summary>The size in GiB.</summary>
    public int SizeGB { get; init; } = 50;

    /// <summary>The time of its creation.</summary>
    public DateTimeOffset CreatedTime { get; init; }

    /// <summary>The description, at most 256 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary><c>OFFICIAL</c>, <c>CREATE_IMAGE</c> or <c>EXTERNAL_IMPORT</c>.</summary>
    public string Source { get; init; } = "CREATE_IMAGE";

    /// <summary><c>TencentCloud</c> or <c>BYOL</c>.</summary>
    public string LicenseType { get; init; } = "TencentCloud";

    /// <summary>The image family, empty for none.</summary>
    public string Family { get; init; } = "";

    /// <summary>True when it is deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>True when it runs cloud-init.</summary>
    public bool SupportsCloudInit { get; init; } = true;

    /// <summary>True when its snapshots are encrypted. The service does not return this: for tests.</summary>
    public bool Encrypted { get; init; }

    /// <summary>The kind of image, where some actions refuse it. The service does not return this: for tests.</summary>
    public ImageKind Kind { get; init; }

    /// <summary>The snapshots that it consists of; a new custom image without any gets one of a system disk.</summary>
    public IReadOnlyList<SimulatedSnapshot> Snapshots { get; init; } = [];

    /// <summary>The tags.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The accounts it is shared with.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>The times at which it was shared, by account, where they are known.</summary>
    internal IReadOnlyDictionary<string, DateTimeOffset> ShareTimes { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The image that it was copied from, null when it is not a copy. The service does not return this: for tests.</summary>
    public string? CopiedFrom { get; init; }

    /// <summary>Returns the time at which it was shared with an account; the time of its creation when that is unknown.</summary>
    internal DateTimeOffset SharedAt(string accountId) => ShareTimes.TryGetValue(accountId, out var time) ? time : CreatedTime;

    /// <summary>Returns the image, shared with another account. Nothing changes when it is already shared with it.</summary>
    internal SimulatedImage SharedWithToo(string accountId, DateTimeOffset now) => SharedWith.Contains(accountId)
        ? this
        : this with
        {
            SharedWith = [.. SharedWith, accountId],
            ShareTimes = SharedWith.Append(accountId).ToDictionary(account => account, account => account == accountId ? now : SharedAt(account)),
        };

    /// <summary>Returns the image, no longer shared with an account.</summary>
    internal SimulatedImage UnsharedFrom(string accountId) => this with { SharedWith = [.. SharedWith.Where(known => known != accountId)] };

    internal bool IsWindows => string.Equals(Platform, "Windows", StringComparison.OrdinalIgnoreCase);
}
