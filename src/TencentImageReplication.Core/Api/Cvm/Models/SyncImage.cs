namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A copy that has been started.</summary>
public sealed record SyncImage
{
    /// <summary>The copy's ID in its region.</summary>
    public string ImageId { get; init => field = value ?? ""; } = "";

    /// <summary>The region that it is made in.</summary>
    public string Region { get; init => field = value ?? ""; } = "";
}
