using Microsoft.Extensions.Time.Testing;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Calls that are meant to fail.</summary>
internal static class Failures
{
    public static async Task<TencentCloudException> FailAsync<T>(this FakeTimeProvider clock, Task<T> call)
    {
        await clock.PassUntilAsync(() => call.IsCompleted);
        return await Assert.ThrowsAsync<TencentCloudException>(() => call);
    }
}
