using System.Management.Automation;
using System.Text;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Tests images: creates an instance from each, waits for it, runs a script on it, and deletes it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TccImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccImageTest))]
public sealed class TestTccImageCommand : BootTestCommand
{
    private string? _script;

    /// <summary>The image to test.</summary>
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

    /// <summary>The type of the test instances, such as S5.MEDIUM4.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    public string InstanceType { get; set; } = "";

    /// <summary>The zone. Without it, the command chooses a zone that sells the type.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    public string? Zone { get; set; }

    /// <summary>The private network; together with -SubnetId.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VpcId { get; set; }

    /// <summary>The subnet; together with -VpcId.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SubnetId { get; set; }

    /// <summary>The security groups.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>Uses the default network and security group of each region, as without a network.</summary>
    [Parameter]
    public SwitchParameter UseDefaultNetwork { get; set; }

    /// <summary>A file with a script to run on the instances: PowerShell for Windows images, a shell script for others.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ScriptPath { get; set; }

    /// <summary>A script to run on the instances.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Command { get; set; }

    /// <summary>A text that the output of the script must contain.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExpectedOutput { get; set; }

    private PipedImage Piped => new(ImageId, Region, Status, SourceImageId);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Refuse(BootTestRules.CheckNetwork(VpcId, SubnetId, SecurityGroupId is not null, UseDefaultNetwork));
        Refuse(BootTestRules.CheckScript(ScriptPath is not null, Command is not null, ExpectedOutput));
        _script = ScriptPath is null ? Command : ReadText(ScriptPath);
        if (_script is not null)
            Refuse(BootTestRules.CheckScriptLength(Encoding.UTF8.GetByteCount(_script)));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipBlankLine(ImageId))
            return;
        if (Piped.SkipReason() is { } reason)
            WriteVerbose(reason);
        else if (Piped.Problem() is { } problem)
            WriteError(problem);
        else if (!RefuseOtherAccount(PlanRow, Account, AccountId, Region))
            Test(ConnectionOf(PlanRow), new BootTestRequest(ImageId!, ResolveRegion(Region)));
    }

    private protected override BootTestSettings Settings() => new BootTestSettings
    {
        InstanceType = InstanceType,
        Zone = Zone,
        VpcId = VpcId,
        SubnetId = SubnetId,
        SecurityGroupIds = SecurityGroupId,
        Script = _script,
        ExpectedOutput = ExpectedOutput,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
    };

    private void Refuse(RuleViolation? violation)
    {
        if (violation is not null)
            ThrowTerminatingError(ErrorRecords.From(violation, null));
    }

    private string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(GetUnresolvedProviderPathFromPSPath(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.ScriptNotRead(path, exception));
            return "";
        }
    }
}
