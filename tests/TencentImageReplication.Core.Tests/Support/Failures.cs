using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Calls that are meant to fail.</summary>
internal static class Failures
{
    public static Task<TencentCloudException> FailAsync<T>(this VirtualClock clock, Func<Task<T>> call) =>
        Assert.ThrowsAsync<TencentCloudException>(() => clock.RunAsync(call));
}
