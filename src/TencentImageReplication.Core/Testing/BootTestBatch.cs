using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Testing;

/// <summary>Tests the images of a command, several at the same time.</summary>
public sealed class BootTestBatch
{
    private readonly BootTestOptions _options;
    private readonly BootTester _tester;

    /// <param name="client">The service.</param>
    /// <param name="automation">The automation service.</param>
    /// <param name="account">Looks up the account of the images.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">Receives warnings.</param>
    public BootTestBatch(
        CvmClient client, TatClient automation, CallerAccount account, BootTestOptions options, TimeProvider timeProvider, ILogger logger)
    {
        _options = options;
        _tester = new BootTester(client, automation, account, options, timeProvider, logger);
    }

    /// <summary>Tests each image. If one test fails, the others continue.</summary>
    /// <param name="requests">The images.</param>
    /// <param name="emit">Receives each result; called from any thread.</param>
    /// <param name="cancellationToken">Ends all tests early. Their instances are deleted.</param>
    public Task RunAsync(ChannelReader<BootTestRequest> requests, Action<BootTestResult> emit, CancellationToken cancellationToken) =>
        // One limit for all regions.
        ParallelWork.RunAsync(
            requests, _ => "", _options.MaxConcurrency, (request, stop) => TestAsync(request, emit, stop), _ => false, (_, _) => { }, cancellationToken);

    private async Task TestAsync(BootTestRequest request, Action<BootTestResult> emit, CancellationToken cancellationToken)
    {
        if (await _tester.RunAsync(request, cancellationToken) is { } result)
            emit(result);
    }
}
