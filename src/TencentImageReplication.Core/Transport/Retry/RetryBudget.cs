using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>
/// How many repeats a connection may still make, over all its calls: repeats cost, successes pay back. While the
/// service is down the budget runs out, and calls fail at once instead of hammering it.
/// </summary>
/// <remarks>The numbers are those of the standard retry mode of the AWS clients.</remarks>
internal sealed class RetryBudget
{
    private const int Capacity = 500;
    private const int RepeatCost = 5;
    private const int TimeoutCost = 10;
    private const int SuccessGain = 1;

    private int _left = Capacity;

    public int Left => Volatile.Read(ref _left);

    /// <summary>Takes the cost of a repeat.</summary>
    /// <returns>What was taken; 0 when the budget has run out.</returns>
    public int Take(TencentCloudErrorKind kind)
    {
        var cost = kind == TencentCloudErrorKind.TimedOut ? TimeoutCost : RepeatCost;
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left < cost)
                return 0;

            if (Interlocked.CompareExchange(ref _left, left - cost, left) == left)
                return cost;
        }
    }

    /// <summary>Pays back after a success: what its last repeat cost, or a little for a call without one.</summary>
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
