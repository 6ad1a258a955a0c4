using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>
/// Limits the retries over many calls: a retry costs, a success pays back. While the service is down, the budget runs out and
/// calls fail at once without retries.
/// </summary>
/// <remarks>The numbers are those of the standard retry mode of the AWS clients.</remarks>
internal sealed class RetryBudget
{
    private const int Capacity = 500;
    private const int RetryCost = 5;
    private const int TimeoutCost = 10;
    private const int SuccessGain = 1;

    private int _left = Capacity;

    public int Left => Volatile.Read(ref _left);

    /// <summary>Takes the cost of a retry.</summary>
    /// <returns>The cost taken; 0 if the budget is too low.</returns>
    public int Take(TencentCloudErrorKind kind)
    {
        var cost = kind == TencentCloudErrorKind.TimedOut ? TimeoutCost : RetryCost;
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left < cost)
                return 0;

            if (Interlocked.CompareExchange(ref _left, left - cost, left) == left)
                return cost;
        }
    }

    /// <summary>Pays back after a success: the cost of its last retry, or a little for a call without one.</summary>
    public void GiveBack(int taken)
    {
        while (true)
        {
            var left = Volatile.Read(ref _left);
            var more = Math.Min(Capacity, left + Math.Max(taken, SuccessGain));
            if (Interlocked.CompareExchange(ref _left, more, left) == left)
                return;
        }
    }
}
