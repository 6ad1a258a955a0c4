using System.Management.Automation;
using System.Net;
using System.Security;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.State;

namespace TencentImageReplication.Commands;

/// <summary>Says with which account, and in which region, the commands of this runspace work. Calls nothing.</summary>
[Cmdlet(VerbsCommunications.Connect, "TccAccount", DefaultParameterSetName = DefaultChain)]
[OutputType(typeof(TccContext))]
public sealed class ConnectTccAccountCommand : TccCmdlet
{
    private const string DefaultChain = "DefaultChain";
    private const string Key = "Key";
    private const string PSCredentialSet = "Credential";
    private const string Simulator = "Simulated";

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

    /// <summary>Uses the built-in simulator: no account, no call, no bill.</summary>
    [Parameter(ParameterSetName = Simulator, Mandatory = true)]
    public SwitchParameter Simulated { get; set; }

    /// <summary>How long a simulated copy takes; 10 seconds when the simulated cloud is new.</summary>
    [Parameter(ParameterSetName = Simulator)]
    public TimeSpan? CopyDuration { get; set; }

    /// <summary>Which of the simulated accounts.</summary>
    [Parameter(ParameterSetName = Simulator)]
    public SimulatedAccountRole SimulatedAccount { get; set; }

    /// <summary>The region that commands use when they are given none; TENCENTCLOUD_REGION when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Another address of the service, such as that of Tencent's private network.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Endpoint { get; set; }

    /// <summary>The site that the account belongs to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public TccSite Site { get; set; } = TccSite.China;

    /// <summary>The language of Tencent's messages; that of the UI culture when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("en-US", "zh-CN")]
    public string? Language { get; set; }

    /// <summary>Emits the connection, for use with -Context.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var context = Create();
        ModuleState.Current.Context = context;
        if (PassThru)
            WriteObject(context);
    }

    private TccContext Create()
    {
        try
        {
            var settings = ToSettings();
            return ParameterSetName switch
            {
                Key => ContextFactory.FromKey(ToCredential(SecretId, SecretKey), Messages.GivenKey(), settings),
                PSCredentialSet => ContextFactory.FromKey(
                    ToCredential(Credential.UserName, Credential.Password), Messages.GivenKey(), settings),
                Simulator => Simulation.Join(SimulatedAccount, CopyDuration, settings),
                _ => ContextFactory.FromDefaultChain(settings) ?? throw new CredentialException(Messages.NoCredentials()),
            };
        }
        catch (CredentialException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure));
            throw;
        }
        catch (ArgumentException failure)
        {
            ThrowTerminatingError(ErrorRecords.InvalidSetting(failure));
            throw;
        }
    }

    private TencentCredential ToCredential(string secretId, SecureString secretKey) =>
        new(secretId, Reveal(secretKey), Token is null ? null : Reveal(Token));

    private ContextSettings ToSettings() => new()
    {
        Region = string.IsNullOrEmpty(Region) ? null : Region,
        Endpoint = string.IsNullOrEmpty(Endpoint) ? null : ToUri(Endpoint!),
        Site = Site,
        Language = string.IsNullOrEmpty(Language) ? Localized.ServiceLanguage : Language!,
    };

    // A host alone is what Tencent's own tools take.
    private static Uri ToUri(string endpoint) =>
        Uri.TryCreate(endpoint.Contains("://") ? endpoint : $"https://{endpoint}", UriKind.Absolute, out var uri)
            ? uri
            : throw new ArgumentException(Messages.EndpointNotUnderstood());

    private static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;
}
