using System.Management.Automation;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Session;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that send requests: connection, region, confirmation, and failures as error records.</summary>
public abstract class TccCloudCmdlet : TccCmdlet
{
    private readonly HashSet<string> _unknownRegions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CommandConnection> _ofRows = new(StringComparer.Ordinal);
    private TccContext? _resolved;
    private TccContext? _ofFirstRow;
    private CommandConnection? _own;
    private int _given;
    private bool _isAccountRead;
    private string? _accountId;

    /// <summary>The connection to use, from Connect-TccAccount -PassThru; default: the connection of the runspace.</summary>
    [Parameter]
    [TccContextTransformation]
    public TccContext? Context { get; set; }

    /// <summary>The connection in use. Ends the command if there is none.</summary>
    private protected TccContext Connection => _resolved ??= Context ?? ModuleState.Current.Context ?? ConnectByDefault();

    /// <summary>The connection in use, with its clients.</summary>
    private protected CommandConnection Own => _own ??= new CommandConnection(Connection, Scope);

    /// <summary>The client of the CVM API.</summary>
    private protected CvmClient Client => Own.Client;

    /// <summary>The client of auto scaling.</summary>
    private protected AutoScalingClient AutoScaling => Own.AutoScaling;

    /// <summary>The clock of the connection; a simulated cloud may have its own.</summary>
    private protected TimeProvider TimeProvider => Connection.TimeProvider;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _given = MyInvocation.BoundParameters.Count;
    }

    /// <summary>Skips an empty line of piped text, such as the last line of a file of IDs, with a verbose message.</summary>
    /// <param name="id">The ID that the current input names.</param>
    /// <returns>False if the input is something else, such as an object without an ID.</returns>
    private protected bool SkipBlankLine(string? id)
    {
        // An object binds other parameters too.
        if (id is not "" || !MyInvocation.ExpectingInput || MyInvocation.BoundParameters.Count != _given + 1)
            return false;
        WriteVerbose(Messages.BlankLineSkipped());
        return true;
    }

    /// <summary>
    /// Returns the connection for an input: that of a live row of a replication plan, unless -Context is specified, else the one of the
    /// command.
    /// </summary>
    /// <param name="row">The live row; null for any other input, such as a row from a file.</param>
    private protected CommandConnection ConnectionOf(TccReplicationRow? row) => ConnectionOf(row?.Context, row?.AccountId);

    /// <summary>Returns the connection for a row of a publication: that of a live row of a replication plan, else the one of the command.</summary>
    /// <param name="row">The live row; null for one from a file.</param>
    private protected CommandConnection ConnectionOf(TccImagePublication? row) => ConnectionOf(row?.Context, row?.AccountId);

    /// <summary>Returns the connection for an item of -InputObject.</summary>
    private protected CommandConnection ConnectionOf(InputItem item) => item.Value?.BaseObject is TccImagePublication publication
        ? ConnectionOf(publication)
        : ConnectionOf(item.PlanRow);

    /// <summary>Refuses an item of -InputObject that is a row of another account than the connection.</summary>
    private protected bool RefuseOtherAccount(InputItem item) => ReplicationRows.IsRow(item.Value)
        && RefuseOtherAccount(item.PlanRow, ReplicationRows.AccountOf(item.Value), ReplicationRows.AccountIdOf(item.Value), item.Region);

    /// <summary>
    /// Refuses a row of a replication plan that belongs to another account than the connection: its image is not there, or is a shared one.
    /// A live row has a connection of its own, and is refused only by one that -Context specifies.
    /// </summary>
    /// <param name="row">The live row; null for any other input, such as a row from a file.</param>
    /// <param name="account">The account of the row in the plan; empty for any other input.</param>
    /// <param name="accountId">The ID of the account.</param>
    /// <param name="region">The region of the row.</param>
    /// <returns>True if the row was refused, with an error.</returns>
    private protected bool RefuseOtherAccount(TccReplicationRow? row, string? account, string? accountId, string? region) =>
        RefuseAccount(row?.Context, account, accountId, region);

    /// <summary>Refuses a row of a publication that belongs to another account than the connection.</summary>
    private protected bool RefuseOtherAccount(PSObject publication, string? region)
    {
        var accountId = ReplicationRows.AccountIdOf(publication);
        return RefuseAccount((publication.BaseObject as TccImagePublication)?.Context, accountId, accountId, region);
    }

    /// <summary>Returns the specified region, else the region of the connection. Ends the command if there is none.</summary>
    private protected string ResolveRegion(string? region)
    {
        var resolved = string.IsNullOrEmpty(region) ? Connection.Region : region;
        if (string.IsNullOrEmpty(resolved))
            ThrowTerminatingError(ErrorRecords.NoRegion());
        if (!RegionRules.IsKnown(resolved!) && _unknownRegions.Add(resolved!))
            WriteWarning(Messages.UnknownRegion(resolved!, RegionCatalog.FindSimilar(resolved!)?.Id));
        return resolved!;
    }

    /// <summary>Returns the specified regions without duplicates, else the region of the connection.</summary>
    private protected IReadOnlyList<string> ResolveRegions(string[]? regions) => regions is { Length: > 0 }
        ? regions.Select(ResolveRegion).Distinct(StringComparer.OrdinalIgnoreCase).ToArray()
        : [ResolveRegion(null)];

    /// <summary>
    /// Runs work and writes its output. A failed request or a broken rule becomes a non-terminating error about the
    /// target; any other exception ends the command.
    /// </summary>
    /// <returns>True if the work succeeded.</returns>
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

    /// <summary>Runs work and writes its output. A failed request or a broken rule ends the command.</summary>
    private protected void RunOrEnd(Func<CancellationToken, Task> work, object? target)
    {
        try
        {
            Run(work);
        }
        catch (Exception exception) when (ErrorRecords.ForInput(exception, target) is { } error)
        {
            ThrowTerminatingError(error);
        }
    }

    /// <summary>Reads lists in parallel, and emits items as they arrive. A list that fails is a non-terminating error about its region.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="regionOf">Returns the region of a list.</param>
    /// <param name="read">Reads one list.</param>
    /// <param name="take">Receives an item; returns true to get more.</param>
    /// <param name="failed">Receives a list that fails.</param>
    private protected void ReadLists<TList, TItem>(
        IReadOnlyList<TList> lists,
        Func<TList, string> regionOf,
        Func<TList, CancellationToken, IAsyncEnumerable<TItem>> read,
        Func<TList, TItem, bool> take,
        Action<TList>? failed = null) =>
        Run(token => RegionFanOut.RunAsync(
            lists,
            read,
            take,
            (list, failure) =>
            {
                failed?.Invoke(list);
                PostFailure(failure, regionOf(list));
            },
            token));

    /// <summary>Returns true if -WhatIf is on, by switch or preference.</summary>
    private protected bool IsWhatIf() => IsOn("WhatIf", "WhatIfPreference");

    /// <summary>Returns true if -WhatIf or -Confirm shows the text of <see cref="Confirm"/>, by switch or preference.</summary>
    private protected bool ShowsDecisions() => IsWhatIf() || IsOn("Confirm", variable: null)
        || (!IsGiven("Confirm")
            && LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference)
            && preference is not ConfirmImpact.None and <= ConfirmImpact.Medium);

    /// <summary>Shows the text of -WhatIf, or prompts. Only for the pipeline thread.</summary>
    /// <returns>True if the action may proceed.</returns>
    private protected bool Confirm(ConfirmationText text) => ShouldProcess(text.Statement, text.Question, Messages.ConfirmCaption());

    /// <summary>Shows the text of -WhatIf, or prompts. Can be called from any thread except the pipeline thread.</summary>
    /// <returns>True if the action may proceed.</returns>
    private protected Task<bool> ConfirmAsync(ConfirmationText text) => InvokeOnPipelineAsync(() => Confirm(text));

    /// <summary>Posts a failed request as a non-terminating error. Can be called from any thread.</summary>
    private protected void PostFailure(TencentCloudException failure, object? target) =>
        PostError(ErrorRecords.From(failure, target));

    internal override Task Start(Func<CancellationToken, Task> work)
    {
        // Resolved here, on the thread that has a runspace and can end the command.
        Threads = (_ofFirstRow ?? Connection).Threads;
        return base.Start(work);
    }

    private CommandConnection ConnectionOf(TccContext? context, string? accountId)
    {
        if (!HasOwnConnection(context, accountId) || context == ModuleState.Current.Context)
            return Own;
        // By account: each run of Compare- and Sync-TccReplicationPlan opens its own connections.
        if (!_ofRows.TryGetValue(accountId!, out var connection))
            _ofRows.Add(accountId!, connection = new CommandConnection(context!, Scope));
        _ofFirstRow ??= context;
        return connection;
    }

    private bool HasOwnConnection(TccContext? context, string? accountId) => Context is null && context is not null && accountId is not null;

    private bool RefuseAccount(TccContext? context, string? account, string? accountId, string? region)
    {
        // A spreadsheet may have turned the ID into a number with an exponent.
        if (HasOwnConnection(context, accountId) || account is not { Length: > 0 } || accountId is null || SharingRules.CheckAccountId(accountId) is not null
            || ReadAccountId(ResolveRegion(region)) is not { } own || own == accountId)
        {
            return false;
        }

        WriteError(ErrorRecords.RowOfOtherAccount(account, accountId, own, account));
        return true;
    }

    private bool IsOn(string parameter, string? variable) => MyInvocation.BoundParameters.TryGetValue(parameter, out var given)
        ? LanguagePrimitives.IsTrue(given)
        : variable is not null && LanguagePrimitives.IsTrue(GetVariableValue(variable));

    // Read once: without the permission, each row would be refused another request.
    private string? ReadAccountId(string region)
    {
        if (_isAccountRead)
            return _accountId;
        _isAccountRead = true;
        try
        {
            Run(token => Connection.Account.GetIdAsync(region, token).ThenAsync(accountId => _accountId = accountId));
        }
        catch (TencentCloudException exception)
        {
            // The service itself refuses an image that is not there.
            WriteVerbose(Messages.OwnAccountNotRead(exception.Message));
        }

        return _accountId;
    }

    private TccContext ConnectByDefault()
    {
        if (ExplicitConnections.Any)
            ThrowTerminatingError(ErrorRecords.NotConnectedHere(ExplicitConnections.IsConnected(ModuleState.CurrentRunspace)));
        var settings = new ConnectionSettings();
        var context = Connect(settings, (connector, token) => connector.ByDefaultAsync(settings, token));
        if (context is null)
            ThrowTerminatingError(ErrorRecords.NotConnected());
        return context!;
    }
}
