namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The price of instances and of their bandwidth. Money is in the currency of the account's site.</summary>
public sealed record Price
{
    /// <summary>The price of the instances with their disks.</summary>
    public ItemPrice? InstancePrice { get; init; }

    /// <summary>The price of the bandwidth to the internet.</summary>
    public ItemPrice? BandwidthPrice { get; init; }
}
