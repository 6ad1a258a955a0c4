namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>An account that an image is shared with.</summary>
#pragma warning disable CA1711 // The name is Tencent's.
public sealed record SharePermission
#pragma warning restore CA1711
{
    /// <summary>The time it was shared, in UTC.</summary>
    public DateTimeOffset? CreatedTime { get; init; }

    /// <summary>The ID of the root account.</summary>
    public string AccountId { get; init => field = value ?? ""; } = "";
}
