using System.Management.Automation;
using System.Threading.Channels;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that create instances: they start with the first image of the pipeline and emit each row as soon as it is known.</summary>
public abstract class LaunchCommand : RowCommand
{
    private readonly PendingRequests _pending = new();
    private readonly ConnectionFeeds<LaunchRequest> _launches;

    /// <summary>Creates instances even if the same command has created instances before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Checks the request without creating anything.</summary>
    [Parameter]
    public SwitchParameter DryRun { get; set; }

    /// <summary>Waits until the instances are running.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum wait for them, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>The status of a copy that is piped in: only completed copies can be used.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    /// <summary>The region of the source of a copy that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? SourceRegion { get; set; }

    private protected LaunchCommand() => _launches = new ConnectionFeeds<LaunchRequest>(this, Begin);

    private int? MaxWait => Wait ? TimeoutSec : null;

    private protected void Launch(CommandConnection connection, LaunchRequest request) => _launches.Add(connection, request);

    /// <inheritdoc/>
    protected override void EndProcessing() => _launches.Complete();

    private protected override string? Interrupted() =>
        _pending.Texts is { Count: > 0 } pending ? Messages.LaunchingStopped(pending) : null;

    private Func<CancellationToken, Task> Begin(CommandConnection connection, ChannelReader<LaunchRequest> requests)
    {
        var options = new LaunchOptions
        {
            Force = Force,
            Requesting = (request, token) => _pending.Add(request, Messages.LaunchOf(request, token)),
            WaitUntilRunning = MaxWait is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            // A price needs a request, so it is shown only before a decision.
            Confirmation = new InstanceConfirmation(ShowsDecisions(), plan => ConfirmAsync(Messages.CreateInstance(plan, connection.Context.Currency))),
        };
        var batch = EngineFactory.CreateLaunchBatch(Scope, connection.Client, options, connection.TimeProvider);
        return token => batch.RunAsync(requests, Emit, Fail, token);
    }

    private void Emit(LaunchResult result)
    {
        PostWritten(() => _pending.Remove(result.Request));
        foreach (var row in LaunchRows.Of(result, MaxWait))
            PostRow(row);
    }

    private void Fail(LaunchRequest request, Exception failure)
    {
        PostWritten(() => _pending.Remove(request));
        PostError(ErrorRecords.LaunchRefused(request, failure));
    }
}
