using System.Management.Automation;
using System.Security;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Errors;
using TencentImageReplication.Session;
using TencentImageReplication.Simulator;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>
/// Connects this runspace to a Tencent Cloud account and sets the default region. Sends no request, except to assume a
/// role.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "TccAccount", DefaultParameterSetName = DefaultChain)]
[OutputType(typeof(TccContext))]
public sealed class ConnectTccAccountCommand : TccCmdlet
{
    private const string DefaultChain = "DefaultChain";
    private const string Key = "Key";
    private const string PSCredentialSet = "Credential";
    private const string Profile = "Profile";
    private const string Role = "CvmRole";
    private const string SimulatedSet = "Simulated";
    private const int DefaultThrottleWait = 300;

    /// <summary>The ID of the API key.</summary>
    [Parameter(ParameterSetName = Key, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SecretId { get; set; } = "";

    /// <summary>The API key.</summary>
    [Parameter(ParameterSetName = Key, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public SecureString SecretKey { get; set; } = new();

    /// <summary>The ID of the API key as user name, the key as password.</summary>
    [Parameter(ParameterSetName = PSCredentialSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>The token of a temporary key.</summary>
    [Parameter(ParameterSetName = Key, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = PSCredentialSet, ValueFromPipelineByPropertyName = true)]
    public SecureString? Token { get; set; }

    /// <summary>The tccli profile with the credentials.</summary>
    [Parameter(ParameterSetName = Profile, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string ProfileName { get; set; } = "";

    /// <summary>Uses the role of the CVM instance that this runs on.</summary>
    [Parameter(ParameterSetName = Role, Mandatory = true)]
    public SwitchParameter CvmRole { get; set; }

    /// <summary>The name of that role; default: the metadata service names it.</summary>
    [Parameter(ParameterSetName = Role, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? RoleName { get; set; }

    /// <summary>Uses the built-in simulator: no account, no network, no cost.</summary>
    [Parameter(ParameterSetName = SimulatedSet, Mandatory = true)]
    public SwitchParameter Simulated { get; set; }

    /// <summary>The duration of a simulated copy, as a TimeSpan or in seconds; 10 seconds in a new simulated cloud.</summary>
    [Parameter(ParameterSetName = SimulatedSet)]
    [TccDurationTransformation]
    [ValidateTccDuration]
    public TimeSpan? CopyDuration { get; set; }

    /// <summary>The scenario of a new simulated cloud: a JSON file, or the name of one that the module comes with.</summary>
    [Parameter(ParameterSetName = SimulatedSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ScenarioCompleter))]
    public string? SimulatedScenario { get; set; }

    /// <summary>The simulated account to use.</summary>
    [Parameter(ParameterSetName = SimulatedSet)]
    public SimulatedAccountRole SimulatedAccount { get; set; }

    /// <summary>The role to assume with the credentials: qcs::cam::uin/(account):roleName/(role).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? AssumeRoleArn { get; set; }

    /// <summary>The name of the role session, which the audit log of the account shows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccValueTransformation(typeof(string), CredentialChain.DefaultSessionName)]
    [ValidatePattern("^[A-Za-z0-9+=,.@_-]{2,128}$")]
    public string RoleSessionName { get; set; } = CredentialChain.DefaultSessionName;

    /// <summary>The lifetime of the role's temporary credentials in seconds; default: 7200, set by the service.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccValueTransformation(typeof(int), null)]
    [ValidateTccRange(1, 43200)]
    public int? DurationSeconds { get; set; }

    /// <summary>The default region of commands; default: TENCENTCLOUD_REGION.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Another address of the service, such as on Tencent's private network.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Endpoint { get; set; }

    /// <summary>The site of the account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccValueTransformation(typeof(TccSite), TccSite.China)]
    public TccSite Site { get; set; } = TccSite.China;

    /// <summary>The language of Tencent's messages; default: the language of the UI culture.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccLanguageTransformation]
    [ValidateSet("en-US", "zh-CN")]
    public string? Language { get; set; }

    /// <summary>The maximum time that a request waits while Tencent Cloud limits the request rate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccDurationTransformation(EmptySeconds = DefaultThrottleWait)]
    [ValidateTccDuration]
    public TimeSpan MaxThrottleWait { get; set; } = TimeSpan.FromSeconds(DefaultThrottleWait);

    /// <summary>Emits the connection, for use with -Context.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var context = Create();
        ModuleState.Current.Context = context;
        ExplicitConnections.Add(ModuleState.CurrentRunspace);
        if (PassThru)
            WriteObject(context);
    }

    private TccContext Create()
    {
        if (NonEmpty(AssumeRoleArn) is null && (RoleSessionName != CredentialChain.DefaultSessionName || DurationSeconds is not null))
            ThrowTerminatingError(ErrorRecords.InvalidSetting(new ArgumentException(Messages.RoleSettingsNeedRole())));

        var settings = ToSettings();
        var context = Connect(settings, (connector, token) => ConnectAs(settings, connector, token));
        if (context is null)
            ThrowTerminatingError(ErrorRecords.NoCredentials());
        return context!;
    }

    private Task<ConnectedAccount?> ConnectAs(ConnectionSettings settings, AccountConnector connector, CancellationToken cancellationToken) =>
        ParameterSetName switch
        {
            Key => connector.WithKeyAsync(GivenKey.Of(SecretId, SecretKey, Token), Messages.GivenKey(), settings, cancellationToken),
            PSCredentialSet => connector.WithKeyAsync(
                GivenKey.Of(Credential.UserName, Credential.Password, Token), Messages.GivenKey(), settings, cancellationToken),
            Profile => connector.WithProfileAsync(ProfileName, settings, cancellationToken),
            Role => connector.WithCvmRoleAsync(NonEmpty(RoleName), settings, cancellationToken),
            SimulatedSet => connector.WithKeyAsync(
                Simulation.KeyOf(settings.Handler!, SimulatedAccount), Messages.SimulatedAccountSource($"{SimulatedAccount}"), settings, cancellationToken),
            _ => connector.ByDefaultAsync(settings, cancellationToken),
        };

    private ConnectionSettings ToSettings() => new()
    {
        Region = ParameterSetName == SimulatedSet ? NonEmpty(Region) ?? Simulation.Region : NonEmpty(Region),
        Endpoint = NonEmpty(Endpoint),
        Site = Site == TccSite.International ? TencentCloudSite.International : TencentCloudSite.China,
        Language = NonEmpty(Language) ?? Localized.ServiceLanguage,
        MaxThrottleWait = MaxThrottleWait,
        Role = NonEmpty(AssumeRoleArn) is { } arn
            ? new AssumedRole(arn, RoleSessionName, DurationSeconds)
            : null,
        Handler = ParameterSetName == SimulatedSet ? EnterSimulation() : null,
    };

    private HttpMessageHandler EnterSimulation()
    {
        try
        {
            var scenario = SimulatedScenario is null ? null : Scenario.Load(SimulatedScenario, GetUnresolvedProviderPathFromPSPath);
            if (scenario?.Description is { Length: > 0 } description)
                WriteVerbose(description);
            return Simulation.Enter(CopyDuration, scenario, SimulatedAccount);
        }
        catch (Exception failure) when (ErrorRecords.OfScenario(failure, SimulatedScenario) is { } record)
        {
            ThrowTerminatingError(record);
            throw;
        }
    }

    private static string? NonEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
