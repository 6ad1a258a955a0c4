using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Testing;

/// <summary>The tags of tests.</summary>
internal static class TestTags
{
    /// <summary>The tag of a test instance.</summary>
    public static Tag Instance { get; } = new() { Key = "ImageReplicationTest", Value = "true" };

    /// <summary>Returns true for a test instance.</summary>
    public static bool IsTest(Instance instance) => instance.Tags.Any(tag => tag.Key == Instance.Key && tag.Value == Instance.Value);
}
