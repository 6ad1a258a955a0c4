using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Instances;

namespace TencentImageReplication.FaultRuns;

/// <summary>The end of the administrator's line: it creates instances from each completed copy, without a client token.</summary>
internal sealed class LaunchLine(CvmClient client, Schedule schedule, TimeProvider clock, Trace trace, ILogger logger, CancellationToken stop)
{
    private readonly Channel<LaunchRequest> _requests = Channel.CreateUnbounded<LaunchRequest>();
    private readonly HashSet<string> _images = new(StringComparer.Ordinal);

    /// <summary>The results and errors, by image.</summary>
    public List<LaunchOutcome> Outcomes { get; } = [];

    /// <summary>The images of the requests.</summary>
    public IReadOnlyCollection<string> Images => _images;

    /// <summary>Requests the instances of a completed copy.</summary>
    public void Add(SavedRow row)
    {
        if (schedule.Responses.InstancesPerCopy == 0 || stop.IsCancellationRequested || !_images.Add(row.CopyId!))
            return;
        var settings = new LaunchSettings { InstanceType = "S5.MEDIUM4", Count = schedule.Responses.InstancesPerCopy, InstanceName = "from the line" };
        _requests.Writer.TryWrite(new LaunchRequest(row.CopyId!, row.Region, null, settings));
    }

    /// <summary>Ends the input.</summary>
    public void Complete() => _requests.Writer.Complete();

    /// <summary>Creates the instances.</summary>
    public Task RunAsync()
    {
        var batch = new LaunchBatch(new LaunchOptions(), new InstanceLauncher(client, clock, logger), logger);
        return batch.RunAsync(
            _requests.Reader,
            result => Put(new LaunchOutcome(result.Request.ImageId, result.Launch.InstanceIds, null)),
            (request, error) => Put(new LaunchOutcome(request.ImageId, [], error)),
            stop);
    }

    private void Put(LaunchOutcome outcome)
    {
        if (stop.IsCancellationRequested)
            return;
        trace.Add($"launch {outcome}");
        Outcomes.Add(outcome);
    }
}

/// <summary>The result or the error of a launch.</summary>
internal sealed record LaunchOutcome(string ImageId, IReadOnlyList<string> InstanceIds, Exception? Error)
{
    public override string ToString() =>
        $"{ImageId}: {string.Join(", ", InstanceIds)}{(Error is null ? "" : $" [{Error.GetType().Name}: {Error.Message}]")}";
}
