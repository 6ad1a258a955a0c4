namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The prepaid period of an instance.</summary>
public sealed record InstanceChargePrepaid
{
    /// <summary>Months: 1 to 12, 24, 36, 48 or 60. Required in a request.</summary>
    public long? Period { get; init; }

    /// <summary>
    /// <c>NOTIFY_AND_AUTO_RENEW</c>, <c>NOTIFY_AND_MANUAL_RENEW</c> (by default) or
    /// <c>DISABLE_NOTIFY_AND_MANUAL_RENEW</c>.
    /// </summary>
    public string? RenewFlag { get; init; }
}
