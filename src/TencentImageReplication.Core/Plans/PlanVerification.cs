using TencentImageReplication.Core.Testing;

namespace TencentImageReplication.Core.Plans;

/// <summary>The test that an image must pass before it is published.</summary>
/// <param name="Settings">The instance to create, and the script to run on it.</param>
/// <param name="MaximumPrice">The maximum price of the instance per hour, in the currency of the account; null for no maximum.</param>
public sealed record PlanVerification(BootTestSettings Settings, double? MaximumPrice);
