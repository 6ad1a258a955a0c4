using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Waiting;

/// <summary>Responses arrive on other threads than that of the wait, as they do from a network.</summary>
public sealed class WaitOnThreadsTests
{
    private const int Waits = 1500;
    private const int SpinRange = 600;

    [Fact]
    public async Task The_last_image_can_become_available_at_any_moment()
    {
        var round = 0;
        var handler = new StubHandler(async (_, _) =>
        {
            await Task.Yield();
            // A little later in each round, so that the response meets each step of the wait.
            Thread.SpinWait(round % SpinRange);
            return StubHandler.Ok("""  "TotalCount":1,"ImageSet":[{"ImageId":"img-6pmnl3ik","ImageState":"NORMAL"}]  """);
        });
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential("AKIDEXAMPLE", "EXAMPLEKEY"), "a test"),
            TimeProvider = new SkippedTime(),
            Handler = handler,
        });
        var client = new CvmClient(connection);
        var results = new List<WaitResult>();

        for (round = 0; round < Waits; round++)
        {
            var waiter = new ImageWaiter(
                client,
                new CarryOver(client, new ImageTagger(connection), NullLogger.Instance),
                new WaitOptions(),
                TimeProvider.System,
                NullLogger.Instance);
            await waiter.RunAsync(All([new WaitTarget("img-6pmnl3ik", Source, null, null)]), results.Add, _ => { }, CancellationToken.None);
        }

        Assert.Equal(Waits, results.Count(result => result.Outcome == WaitOutcome.Ready));
    }

    /// <summary>A clock of which each look costs a second, so that the rate limit never waits.</summary>
    private sealed class SkippedTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }
}
