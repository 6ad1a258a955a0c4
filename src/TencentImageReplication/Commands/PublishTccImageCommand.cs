using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>
/// Publishes images: instances that are created later start from them, and those of scaling groups are reinstalled if this is requested
/// (CreateLaunchTemplateVersion, ModifyLaunchTemplateDefaultVersion, ModifyLaunchConfigurationAttributes, StartInstanceRefresh).
/// </summary>
[Cmdlet(VerbsData.Publish, "TccImage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TccImagePublication))]
public sealed class PublishTccImageCommand : PublicationCommand
{
    // Rows of a replication plan bring the connections of their accounts. Each account has a rollout of its own.
    private readonly List<(CommandConnection Connection, PublicationInput Input)> _rollouts = [];

    /// <summary>The images, one in each region.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(UsableImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The region of the images and of the targets; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Images, copies, rows of replication plans, or rows of this command to continue.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The exact names of launch templates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LaunchTemplateExactNameCompleter))]
    public string[]? LaunchTemplateName { get; set; }

    /// <summary>The IDs of launch templates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LaunchTemplateIdCompleter))]
    public string[]? LaunchTemplateId { get; set; }

    /// <summary>The exact names of scaling groups, whose launch configurations get the image.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AutoScalingGroupExactNameCompleter))]
    public string[]? AutoScalingGroupName { get; set; }

    /// <summary>The IDs of scaling groups.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AutoScalingGroupIdCompleter))]
    public string[]? AutoScalingGroupId { get; set; }

    /// <summary>The exact names of launch configurations.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LaunchConfigurationExactNameCompleter))]
    public string[]? LaunchConfigurationName { get; set; }

    /// <summary>The IDs of launch configurations.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LaunchConfigurationIdCompleter))]
    public string[]? LaunchConfigurationId { get; set; }

    /// <summary>A text to add to the description of a new version.</summary>
    [Parameter]
    [ValidateLength(0, 180)]
    public string? Description { get; set; }

    /// <summary>The number of versions of a launch template that this module made to keep.</summary>
    [Parameter]
    [ValidateRange(1, RolloutOptions.MaxKeepVersion)]
    public int KeepVersion { get; set; } = RolloutOptions.DefaultKeepVersion;

    /// <summary>Reinstalls the instances of the scaling groups, and waits until this ends.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    /// <summary>The number of batches; default: the number of instances, at most 10. With 1, all instances are down at the same time.</summary>
    [Parameter]
    [ValidateRange(1, RefreshOptions.MaxBatchCount)]
    public int BatchCount { get; set; }

    /// <summary>The pauses between batches.</summary>
    [Parameter]
    public TccBatchPause BatchPause { get; set; }

    /// <summary>The reaction to a batch with failures.</summary>
    [Parameter]
    public TccRefreshFailure OnFailure { get; set; }

    /// <summary>The maximum time until a load balancer finds a reinstalled instance healthy, in seconds.</summary>
    [Parameter]
    [ValidateRange(RefreshOptions.MinHealthCheckSeconds, RefreshOptions.MaxHealthCheckSeconds)]
    public int HealthCheckTimeoutSec { get; set; } = 1800;

    /// <summary>Skips the instances that failed when a paused refresh is resumed. Without it, they are retried.</summary>
    [Parameter]
    public SwitchParameter SkipFailed { get; set; }

    /// <summary>Stops after the first region. Pipe the rows in again to continue.</summary>
    [Parameter]
    public SwitchParameter PauseAfterFirstRegion { get; set; }

    /// <summary>Publishes in the other regions if one is not ready.</summary>
    [Parameter]
    public SwitchParameter AllowPartial { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Refresh && AutoScalingGroupName is null && AutoScalingGroupId is null && !MyInvocation.ExpectingInput && InputObject is null)
            ThrowTerminatingError(ErrorRecords.RefreshWithoutGroup());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<TargetSelector> targets =
        [
            .. TargetSelector.Of(PublicationKind.LaunchTemplate, LaunchTemplateId, LaunchTemplateName),
            .. TargetSelector.Of(PublicationKind.LaunchConfiguration, LaunchConfigurationId, LaunchConfigurationName),
            .. TargetSelector.Of(PublicationKind.AutoScalingGroup, AutoScalingGroupId, AutoScalingGroupName),
        ];
        foreach (var item in InputItem.Of(InputObject, ImageId, Region).Where(IsOfThisAccount))
            InputOf(ConnectionOf(item)).Read(item, targets);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var (connection, input) in _rollouts.Where(rollout => rollout.Input.Requests().Count > 0))
        {
            var requests = input.Requests();
            var publisher = EngineFactory.CreatePublisher(Scope, connection.Client, connection.AutoScaling, Options(connection), connection.TimeProvider);
            Work(async token => await publisher.RunAsync(requests, await FindAccountAsync(connection, requests[0].Region, token), token));
        }

        base.EndProcessing();
    }

    private bool IsOfThisAccount(InputItem item) =>
        !RefuseOtherAccount(item) && !(PublicationRows.IsRow(item.Value) && RefuseOtherAccount(item.Value!, item.Region));

    private PublicationInput InputOf(CommandConnection connection)
    {
        if (_rollouts.Find(rollout => rollout.Connection == connection) is { Input: { } known })
            return known;
        var input = new PublicationInput(ResolveRegion, WriteVerbose, WriteError);
        _rollouts.Add((connection, input));
        return input;
    }

    private RolloutOptions Options(CommandConnection connection) => BaseOptions(connection) with
    {
        Description = Description,
        KeepVersion = KeepVersion,
        PauseAfterFirstRegion = PauseAfterFirstRegion,
        AllowPartial = AllowPartial,
        SkipFailed = SkipFailed,
        Refresh = !Refresh ? null : new RefreshOptions
        {
            BatchCount = BatchCount > 0 ? BatchCount : null,
            // The enums have the same numbers.
            BatchPause = (RefreshPause)(int)BatchPause,
            OnFailure = (RefreshFailure)(int)OnFailure,
            HealthCheckTimeout = TimeSpan.FromSeconds(HealthCheckTimeoutSec),
        },
    };
}
