using System.Management.Automation;
using System.Threading.Channels;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the command that tests images: it starts with the first image of the pipeline and emits each row as soon as it is known.</summary>
public abstract class BootTestCommand : RowCommand
{
    private readonly PendingRequests _pending = new();
    private readonly ConnectionFeeds<BootTestRequest> _tests;

    /// <summary>The maximum price of an instance per hour, in the currency of the account. A more expensive one is not created.</summary>
    [Parameter]
    [ValidateRange(0.0, (double)BootTestRules.MaxPrice)]
    public double MaximumPrice { get; set; }

    /// <summary>Keeps the instance of a failed test until its timer deletes it, 15 minutes after the time limit of the test.</summary>
    [Parameter]
    public SwitchParameter KeepFailed { get; set; }

    /// <summary>The time limit of a test in seconds, from the request for the instance to the end of the script.</summary>
    [Parameter]
    [ValidateRange(BootTestRules.MinTimeoutSeconds, BootTestRules.MaxTimeoutSeconds)]
    public int TimeoutSec { get; set; } = 900;

    /// <summary>The maximum number of concurrent tests.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 10;

    /// <summary>Sets the tag ImageReplicationVerified with the date on images that pass.</summary>
    [Parameter]
    public SwitchParameter Mark { get; set; }

    /// <summary>The status of a copy that is piped in: only completed copies can be tested.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    private protected BootTestCommand() => _tests = new ConnectionFeeds<BootTestRequest>(this, Begin);

    /// <inheritdoc/>
    protected override void EndProcessing() => _tests.Complete();

    private protected void Test(CommandConnection connection, BootTestRequest request) => _tests.Add(connection, request);

    /// <summary>Returns the settings of the tests.</summary>
    private protected abstract BootTestSettings Settings();

    private protected override string? Interrupted() =>
        _pending.Texts is { Count: > 0 } pending ? Messages.TestingStopped(pending) : null;

    private Func<CancellationToken, Task> Begin(CommandConnection connection, ChannelReader<BootTestRequest> requests)
    {
        var currency = connection.Context.Currency;
        var options = new BootTestOptions
        {
            Settings = Settings(),
            MaximumPrice = IsGiven(nameof(MaximumPrice)) ? MaximumPrice : null,
            KeepFailed = KeepFailed,
            MaxConcurrency = ThrottleLimit,
            Tagger = Mark ? connection.CreateTagger() : null,
            ConfirmAsync = plan => ConfirmAsync(Messages.TestImage(plan, currency)),
            Starting = request => _pending.Add(request, Messages.TestOf(request)),
        };
        var batch = EngineFactory.CreateBootTestBatch(
            Scope, connection.Client, connection.CreateAutomation(), connection.CreateAccount(), options, connection.TimeProvider);
        return token => batch.RunAsync(requests, result => Emit(result, currency), token);
    }

    private void Emit(BootTestResult result, string currency)
    {
        PostWritten(() => _pending.Remove(result.Request));
        PostOutput(TccImageTest.From(result, currency));
    }
}
