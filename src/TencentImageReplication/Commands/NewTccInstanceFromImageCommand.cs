using System.Management.Automation;
using System.Security;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Creates instances from images (RunInstances), each in the region of its image.</summary>
[Cmdlet(VerbsCommon.New, "TccInstanceFromImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccInstance))]
public sealed class NewTccInstanceFromImageCommand : TccCloudCmdlet
{
    /// <summary>The maximum number of concurrent launches: the rate limit of the action, per second.</summary>
    private const int MostLaunches = 10;

    private readonly ConcurrencyLimit _limit = new(MostLaunches);
    private readonly List<Task> _launches = [];
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private Instance? _like;
    private string? _likeRegion;

    /// <summary>The image to create the instance from.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(UsableImageIdCompleter))]
    public string? ImageId { get; set; }

    /// <summary>The region of the image and the instance; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The instance type, such as S5.MEDIUM4. Required without -LikeInstanceId.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    public string? InstanceType { get; set; }

    /// <summary>The zone, such as ap-shanghai-2. Without it, the command chooses a zone that sells the type.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    public string? Zone { get; set; }

    /// <summary>The name, at most 128 characters; default: the name of the image.</summary>
    [Parameter]
    [ValidateLength(1, 128)]
    public string? InstanceName { get; set; }

    /// <summary>The number of instances for each image, 1 to 500.</summary>
    [Parameter]
    [ValidateRange(1, 500)]
    public int Count { get; set; } = 1;

    /// <summary>The type of the system disk, such as CLOUD_BSSD.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SystemDiskTypeCompleter))]
    public string? SystemDiskType { get; set; }

    /// <summary>The size of the system disk in GiB, at least that of the image.</summary>
    [Parameter]
    [ValidateRange(1, 32000)]
    public int SystemDiskSizeGB { get; set; }

    /// <summary>The private network; together with -SubnetId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? VpcId { get; set; }

    /// <summary>The subnet; together with -VpcId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? SubnetId { get; set; }

    /// <summary>The security groups.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>With -LikeInstanceId: uses the default network and security group of the region, unless they are specified.</summary>
    [Parameter]
    public SwitchParameter UseDefaultNetwork { get; set; }

    /// <summary>The outbound internet bandwidth in Mbit/s. Without it, or with 0, there is no public address.</summary>
    [Parameter]
    [ValidateRange(0, 2000)]
    public int InternetMaxBandwidthOut { get; set; }

    /// <summary>The charge type: POSTPAID_BY_HOUR (the default of the service), SPOTPAID, or PREPAID with -PrepaidPeriod.</summary>
    [Parameter]
    [ValidateSet("POSTPAID_BY_HOUR", "SPOTPAID", "PREPAID")]
    public string? InstanceChargeType { get; set; }

    /// <summary>The number of months of a PREPAID instance.</summary>
    [Parameter]
    [ValidateSet("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "24", "36", "48", "60")]
    public int PrepaidPeriod { get; set; }

    /// <summary>The key pairs to log in with. Not for Windows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? KeyId { get; set; }

    /// <summary>The password to log in with.</summary>
    [Parameter]
    public SecureString? Password { get; set; }

    /// <summary>Keeps the login settings of the image, instead of a password or key pairs.</summary>
    [Parameter]
    public SwitchParameter KeepImageLogin { get; set; }

    /// <summary>The host name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HostName { get; set; }

    /// <summary>A script or data for the first start, as plain text, at most 16 KB. It is sent as Base64.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserData { get; set; }

    /// <summary>The tags of the instances: a hashtable, or strings such as env=prod.</summary>
    [Parameter]
    [TccTagTransformation]
    public TccTagCollection? Tag { get; set; }

    /// <summary>An instance whose type, disks, bandwidth, charge type and tags are the defaults.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public string? LikeInstanceId { get; set; }

    /// <summary>The region of that instance; default: the region of the connection.</summary>
    [Parameter]
    [ValidateTccRegion]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? LikeInstanceRegion { get; set; }

    /// <summary>Identifies the request: the same token returns the same instances. At most 64 ASCII characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^[\\x21-\\x7e]{1,64}$")]
    public string? ClientToken { get; set; }

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

    /// <summary>The source of a copy that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? SourceImageId { get; set; }

    /// <summary>The name of an image that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ImageName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Problem() is { } problem)
        {
            WriteError(problem);
            return;
        }

        var region = ResolveRegion(Region);
        var request = InstanceRequest.Build(this, Template(region));
        if (Refusal(request, region) is { } violation)
        {
            WriteError(ErrorRecords.From(violation, ImageId));
            return;
        }

        var showsPrice = ShowsPrice();
        _launches.Add(Start(token => LaunchAsync(region, request, showsPrice, token)));
        Drain();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => PumpUntil(Task.WhenAll(_launches));

    private ErrorRecord? Problem()
    {
        if (SourceImageId is { Length: > 0 } source && string.IsNullOrEmpty(ImageId))
            return ErrorRecords.NoCopy(source, Region);
        if (Status is { Length: > 0 } status && status != nameof(ImageCopyStatus.Completed))
            return ErrorRecords.CopyNotUsable(status, ImageId, Region);
        if (string.IsNullOrEmpty(ImageId))
            return ErrorRecords.NoImageId(ImageId);
        if (InstanceType is null && LikeInstanceId is null)
            return ErrorRecords.NoInstanceType();
        if (VpcId is null != SubnetId is null)
            return ErrorRecords.VpcNeedsSubnet();

        return TokenIsFree(ImageId!) ? null : ErrorRecords.TokenUsedTwice(ClientToken!, ImageId!);
    }

    // A token identifies one request: for a second image it would return the instances of the first.
    private bool TokenIsFree(string imageId)
    {
        if (ClientToken is null)
            return true;
        if (_tokens.TryGetValue(ClientToken, out var usedFor))
            return usedFor == imageId;
        _tokens.Add(ClientToken, imageId);
        return true;
    }

    private RunInstancesRequest Template(string region)
    {
        if (LikeInstanceId is null)
            return new RunInstancesRequest();

        _likeRegion ??= ResolveRegion(LikeInstanceRegion);
        return InstanceTemplate.From(_like ??= ReadLikeInstance(_likeRegion), RegionRules.IsSame(_likeRegion, region));
    }

    private Instance ReadLikeInstance(string region)
    {
        Instance? like = null;
        try
        {
            Run(token => Client.ListInstancesAsync(region, [LikeInstanceId!], token).ForEachAsync(instance => like = instance));
        }
        catch (TencentCloudException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, LikeInstanceId));
        }

        if (like is null)
            ThrowTerminatingError(ErrorRecords.InstanceNotFound(LikeInstanceId!, [region]));
        return like!;
    }

    private RuleViolation? Refusal(RunInstancesRequest request, string region) =>
        (_like is null ? null : LikeInstanceRules.Check(_like, _likeRegion!, request, region, UseDefaultNetwork))
        ?? LikeInstanceRules.CheckPeriod(request);

    // A price needs a request, so it is shown only before a decision.
    private bool ShowsPrice() => IsOn("WhatIf", "WhatIfPreference") || IsOn("Confirm", variable: null)
        || (!MyInvocation.BoundParameters.ContainsKey("Confirm")
            && LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference)
            && preference is not ConfirmImpact.None and <= ConfirmImpact.Medium);

    private bool IsOn(string parameter, string? variable) => MyInvocation.BoundParameters.TryGetValue(parameter, out var given)
        ? LanguagePrimitives.IsTrue(given)
        : variable is not null && LanguagePrimitives.IsTrue(GetVariableValue(variable));

    private async Task LaunchAsync(string region, RunInstancesRequest request, bool showsPrice, CancellationToken cancellationToken)
    {
        var launcher = EngineFactory.CreateLauncher(Scope, Client, TimeProvider);
        var confirmation = DryRun ? null : new InstanceConfirmation(showsPrice, plan => ConfirmAsync(Messages.CreateInstance(plan, Connection.Site)));
        InstanceLaunch? launch = null;
        try
        {
            await _limit.RunAsync(
                () => launcher.StartAsync(region, request, confirmation, cancellationToken).ThenAsync(answer => launch = answer), cancellationToken);
        }
        catch (Exception exception) when (ErrorRecords.ForInput(exception, request.ImageId) is { } error)
        {
            PostError(error);
        }

        if (launch is not null)
            await FollowAsync(launcher, launch, region, cancellationToken);
    }

    private Task FollowAsync(InstanceLauncher launcher, InstanceLaunch launch, string region, CancellationToken cancellationToken)
    {
        if (DryRun)
        {
            PostOutput(TccInstance.DryRunPassed(launch, region));
            return Task.CompletedTask;
        }

        var limit = Wait ? TimeSpan.FromSeconds(TimeoutSec) : (TimeSpan?)null;
        return launcher.ReadAsync(region, launch.InstanceIds, limit, cancellationToken)
            .ThenAsync(instances => Emit(launch, instances, region));
    }

    private void Emit(InstanceLaunch launch, IReadOnlyList<Instance> instances, string region)
    {
        var seen = instances.ToDictionary(instance => instance.InstanceId, StringComparer.Ordinal);
        foreach (var instanceId in launch.InstanceIds)
        {
            var row = seen.TryGetValue(instanceId, out var instance)
                ? TccInstance.From(instance, region, launch.RequestId)
                : TccInstance.Requested(launch, instanceId, region);
            PostOutput(row);
            if (instance?.InstanceState == InstanceStates.LaunchFailed)
                PostError(ErrorRecords.LaunchFailed(row, instance.LatestOperationErrorMsg));
            else if (Wait && row.State != InstanceStates.Running)
                PostError(ErrorRecords.InstanceNotRunning(row, TimeoutSec));
        }
    }
}
