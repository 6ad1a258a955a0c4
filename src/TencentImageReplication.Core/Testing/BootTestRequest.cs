namespace TencentImageReplication.Core.Testing;

/// <summary>An image to test.</summary>
/// <param name="ImageId">The image.</param>
/// <param name="Region">Its region, where the test instance runs.</param>
public sealed record BootTestRequest(string ImageId, string Region);
