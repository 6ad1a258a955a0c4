using System.Collections.Concurrent;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>
/// The retry budgets of a connection: one for each region and action, so that a region that is down does not use up the retries
/// of the others.
/// </summary>
internal sealed class RetryBudgets
{
    private readonly ConcurrentDictionary<string, RetryBudget> _budgets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the budget for a call.</summary>
    public RetryBudget For(ApiCall call) => For(call.Region, call.Action);

    /// <summary>Returns the budget for an action in a region.</summary>
    public RetryBudget For(string? region, string action) =>
        _budgets.GetOrAdd($"{region} {action}", static _ => new RetryBudget());
}
