namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A copy that the service has started.</summary>
public sealed record SyncImage
{
    /// <summary>The copy's ID in its region.</summary>
    public string ImageId { get; init => field = value ?? ""; } = "";

    /// <summary>The region of the copy.</summary>
    public string Region { get; init => field = value ?? ""; } = "";
}
