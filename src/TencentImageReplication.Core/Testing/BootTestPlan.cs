using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Testing;

/// <summary>A test that is about to start, for a person to confirm.</summary>
/// <param name="Image">The image.</param>
/// <param name="Region">The region.</param>
/// <param name="Settings">The settings of the instance.</param>
/// <param name="Price">The price of the instance per hour, in the currency of the account; null if it is not known.</param>
public sealed record BootTestPlan(Image Image, string Region, BootTestSettings Settings, double? Price);
