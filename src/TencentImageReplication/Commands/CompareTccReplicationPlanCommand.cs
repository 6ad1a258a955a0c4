using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Connecting;

namespace TencentImageReplication.Commands;

/// <summary>Compares images with a replication plan: one row for each version, account and region. It only reads.</summary>
[Cmdlet(VerbsData.Compare, "TccReplicationPlan")]
[OutputType(typeof(TccReplicationRow))]
public sealed class CompareTccReplicationPlanCommand : ReplicationPlanCommand
{
    private protected override void Work(ReplicationPlan plan, PlanConnections connections) => TryRun(
        token => EngineFactory.ConnectComparerAsync(Scope, plan, connections, TimeProvider, token)
            .ThenAsync(comparer => comparer.CompareAsync(plan, token).ThenAsync(rows =>
            {
                foreach (var row in rows)
                    Emit(row);
            })),
        plan.Path);
}
