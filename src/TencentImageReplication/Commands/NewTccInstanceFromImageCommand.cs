using System.Management.Automation;
using System.Security;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Creates instances from images (RunInstances), each in the region of its image.</summary>
[Cmdlet(VerbsCommon.New, "TccInstanceFromImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccInstance))]
public sealed class NewTccInstanceFromImageCommand : LaunchCommand
{
    private readonly ByConnection<LikeInstance> _like;
    private bool _isRegionGiven;

    /// <summary>The image to create the instance from.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(UsableImageIdCompleter))]
    public string? ImageId { get; set; }

    /// <summary>The region of the image and the instance; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
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
    [ArgumentCompleter(typeof(TagCompleter))]
    public TccTagCollection? Tag { get; set; }

    /// <summary>An instance whose type, disks, bandwidth, charge type and tags are the defaults.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public string? LikeInstanceId { get; set; }

    /// <summary>The region of that instance; default: the region of the connection.</summary>
    [Parameter]
    [TccRegionTransformation]
    [ValidateTccRegion]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? LikeInstanceRegion { get; set; }

    /// <summary>Identifies the request: the same token returns the same instances. At most 64 ASCII characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccClientToken(AllowEmpty = true)]
    public string? ClientToken { get; set; }

    /// <summary>Creates the command.</summary>
    public NewTccInstanceFromImageCommand() => _like = new ByConnection<LikeInstance>(ReadLike);

    private PipedImage Piped => new(ImageId, Region, Status, SourceImageId);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _isRegionGiven = IsGiven(nameof(Region));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipBlankLine(ImageId))
            return;
        // A list of copies may include the source, from which nobody asked for instances.
        if (Piped.IsSource && !(_isRegionGiven && RegionRules.IsSame(ResolveRegion(Region), SourceRegion ?? "")))
            WriteVerbose(Messages.SourceSkipped(ImageId, SourceRegion));
        else if (Piped.SkipReason() is { } reason)
            WriteVerbose(reason);
        else if (Problem() is { } problem)
            WriteError(problem);
        else if (!RefuseOtherAccount(PlanRow, Account, AccountId, Region))
            Launch(ConnectionOf(PlanRow), new LaunchRequest(ImageId!, ResolveRegion(Region), ImageName, Settings()));
    }

    private ErrorRecord? Problem() => Piped.Problem()
        ?? (LaunchRules.Check(InstanceType, LikeInstanceId, VpcId, SubnetId) is { } violation ? ErrorRecords.From(violation, null) : null);

    private LaunchSettings Settings() => new()
    {
        InstanceType = InstanceType,
        Zone = Zone,
        InstanceName = InstanceName,
        Count = Count,
        SystemDiskType = SystemDiskType,
        SystemDiskSizeGB = SystemDiskSizeGB > 0 ? SystemDiskSizeGB : null,
        VpcId = VpcId,
        SubnetId = SubnetId,
        SecurityGroupIds = SecurityGroupId,
        UseDefaultNetwork = UseDefaultNetwork,
        InternetMaxBandwidthOut = IsGiven(nameof(InternetMaxBandwidthOut)) ? InternetMaxBandwidthOut : null,
        InstanceChargeType = InstanceChargeType,
        PrepaidPeriod = PrepaidPeriod > 0 ? PrepaidPeriod : null,
        KeyIds = KeyId,
        Password = Password,
        KeepImageLogin = KeepImageLogin,
        HostName = HostName,
        UserData = UserData,
        Tags = Tag is null ? null : TagConversion.ToModel(Tag),
        ClientToken = string.IsNullOrEmpty(ClientToken) ? null : ClientToken,
        DryRun = DryRun,
        Like = LikeInstanceId is null ? null : _like[ConnectionOf(PlanRow)],
    };

    // In the account of the image, whose networks and security groups it names.
    private LikeInstance ReadLike(CommandConnection connection)
    {
        LikeInstance? like = null;
        var region = ResolveRegion(LikeInstanceRegion);
        RunOrEnd(token => LikeInstance.ReadAsync(connection.Client, region, LikeInstanceId!, token).ThenAsync(found => like = found), LikeInstanceId);
        if (like is null)
            ThrowTerminatingError(ErrorRecords.InstanceNotFound(LikeInstanceId!, [region]));
        return like!;
    }
}
