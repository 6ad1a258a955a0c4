using System.Collections.Concurrent;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Connecting;

namespace TencentImageReplication.Session;

/// <summary>The contexts of the accounts of a plan, which its rows keep.</summary>
/// <param name="own">The context of the command that compares or carries out the plan.</param>
/// <param name="connections">The connections that it opens.</param>
internal sealed class PlanContexts(TccContext own, PlanConnections connections)
{
    private readonly ConcurrentDictionary<string, TccContext> _others = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the context of an account; null if it has no connection. Can be called from any thread.</summary>
    /// <param name="account">The name of the account in the plan.</param>
    internal TccContext? Of(string account)
    {
        if (ReplicationPlan.OwnAccount.Equals(account, StringComparison.OrdinalIgnoreCase))
            return own;
        if (_others.TryGetValue(account, out var context))
            return context;
        return connections.Find(account) is { } connection
            ? _others.GetOrAdd(account, _ => ContextFactory.ForAccount(own, connection))
            : null;
    }
}
