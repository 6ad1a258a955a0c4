using System.Management.Automation;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;
using TencentImageReplication.Session;
using TencentImageReplication.Text;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that call the cloud: which connection, which region, and failures as error records.</summary>
public abstract class TccCloudCmdlet : TccCmdlet
{
    private readonly HashSet<string> _warnedOf = new(StringComparer.OrdinalIgnoreCase);
    private TccContext? _resolved;
    private CvmClient? _client;

    /// <summary>The connection to use, from Connect-TccAccount -PassThru; default is that of the runspace.</summary>
    [Parameter]
    [ValidateNotNull]
    public TccContext? Context { get; set; }

    /// <summary>The connection in use; ends the command when there is none.</summary>
    private protected TccContext Connection => _resolved ??= Context ?? ModuleState.Current.Context ?? ByDefault();

    /// <summary>The service.</summary>
    private protected CvmClient Client => _client ??= new CvmClient(Connection.Connection.For(Scope));

    /// <summary>The clock of the connection: that of a simulated cloud may be its own.</summary>
    private protected TimeProvider TimeProvider => Connection.TimeProvider;

    /// <summary>The region to use: the one given, else that of the connection. Ends the command when there is none.</summary>
    private protected string ResolveRegion(string? region)
    {
        var resolved = string.IsNullOrEmpty(region) ? Connection.Region : region;
        if (string.IsNullOrEmpty(resolved))
            ThrowTerminatingError(ErrorRecords.NoRegion());
        if (!RegionRules.IsKnown(resolved!) && _warnedOf.Add(resolved!))
            WriteWarning(Messages.UnknownRegion(resolved!));
        return resolved!;
    }

    /// <summary>The regions to use, each once: those given, else that of the connection.</summary>
    private protected IReadOnlyList<string> ResolveRegions(string[]? regions) => regions is { Length: > 0 }
        ? regions.Select(ResolveRegion).Distinct(StringComparer.OrdinalIgnoreCase).ToArray()
        : [ResolveRegion(null)];

    /// <summary>
    /// Runs work and writes what it posts. A call that fails, or a rule that is broken, becomes a non-terminating error
    /// about the target; any other exception ends the command.
    /// </summary>
    /// <returns>Whether the work came to its end.</returns>
    private protected bool TryRun(Func<CancellationToken, Task> work, object? target)
    {
        try
        {
            Run(work);
            return true;
        }
        catch (Exception exception) when (ErrorRecords.ForInput(exception, target) is { } error)
        {
            WriteError(error);
            return false;
        }
    }

    /// <summary>Posts a failed call as a non-terminating error. From any thread.</summary>
    private protected void PostFailure(TencentCloudException failure, object? target) =>
        PostError(ErrorRecords.From(failure, target));

    internal override Task Start(Func<CancellationToken, Task> work)
    {
        // Found here, where there is a runspace and where a command can be ended; work looks at it from anywhere.
        _ = Connection;
        return base.Start(work);
    }

    private TccContext ByDefault()
    {
        var settings = new ConnectionSettings();
        var context = Connect(settings, (connector, next, token) => connector.ByDefaultAsync(settings, token).ThenAsync(next));
        if (context is null)
            ThrowTerminatingError(ErrorRecords.NotConnected());
        return context!;
    }
}
