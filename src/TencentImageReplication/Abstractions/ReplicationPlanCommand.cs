using System.Collections.Concurrent;
using System.Management.Automation;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Plans;
using TencentImageReplication.Queries;
using TencentImageReplication.Session;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that work with replication plans, one plan after the other.</summary>
public abstract class ReplicationPlanCommand : TccCloudCmdlet
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _families = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<object, bool> _reported = new();
    private NamePatterns _selected = new(null);
    private PlanContexts? _contexts;

    /// <summary>The plans: paths of plan files, wildcards too, or the output of Import-TccReplicationPlan.</summary>
    [SupportsWildcards]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] Plan { get; set; } = [];

    /// <summary>The families to work with, wildcards too; default: all families of the plan.</summary>
    [SupportsWildcards]
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ValidateTccWildcard]
    [ArgumentCompleter(typeof(PlanFamilyCompleter))]
    public string[]? Family { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _selected = new NamePatterns(Family);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var input = new PlanInput(SessionState.Path, WriteWarning, WriteError);
        foreach (var plan in Plan.SelectMany(input.Read))
        {
            // A file that is named twice is one plan.
            if (_done.Add(plan.Path))
                Process(plan);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // With a file of mistakes, the family may be in it.
        if (_done.Count > 0)
        {
            foreach (var name in _selected.Missing())
                WriteError(ErrorRecords.PlanFamilyNotFound(name, _families));
        }

        base.EndProcessing();
    }

    /// <summary>Works with the selected families of a plan.</summary>
    /// <param name="plan">The plan, with these families only.</param>
    /// <param name="connections">The connections of its accounts.</param>
    private protected abstract void Work(ReplicationPlan plan, PlanConnections connections);

    /// <summary>Posts a row and its error. Can be called from any thread.</summary>
    private protected void Emit(PlanRow row)
    {
        var shown = ShownOf(row);
        // A region or an account that does not respond is one error, and a row for each version.
        var isNew = row.State != PlanState.Unknown || row.Error is null || IsNew(row.Error);
        PostRow(new OutputRow(Show(shown), isNew ? ErrorRecords.PlanRowFailed(row, shown) : null));
    }

    /// <summary>Returns the connection to the account of a row; null if there is none.</summary>
    private protected TccContext? ContextOf(PlanRow row) => _contexts?.Of(row.Account);

    /// <summary>Returns true for an error that was not written yet. Two violations of a rule with the same text are one.</summary>
    private protected bool IsNew(Exception error) => _reported.TryAdd(error is RuleViolationException refusal ? refusal.Violation : error, true);

    /// <summary>Returns the object that users see for a row.</summary>
    private protected TccReplicationRow ShownOf(PlanRow row) => ReplicationRows.From(row) with { Context = ContextOf(row) };

    /// <summary>Returns a row in the way that the command shows it.</summary>
    private protected virtual object Show(object row) => row;

    private void Process(TccReplicationPlan plan)
    {
        _families.UnionWith(plan.Families);
        foreach (var name in plan.Families)
            _selected.MarkFound(name);
        var selected = plan.Plan with { Families = [.. plan.Plan.Families.Where(family => _selected.Matches(family.Name))] };
        if (selected.Families.Count == 0)
            return;
        var connections = new PlanConnections(selected, Connection.Connection.For(Scope), ContextFactory.Connector(Scope));
        _contexts = new PlanContexts(Connection, connections);
        Work(selected, connections);
    }
}
