using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Retry;

namespace TencentImageReplication.Core.Tests.Transport.Retry;

public sealed class RetryBudgetTests
{
    [Fact]
    public void Repeats_cost_and_successes_pay_back_up_to_the_start()
    {
        var budget = new RetryBudget();
        var full = budget.Left;

        Assert.Equal(5, budget.Take(TencentCloudErrorKind.Throttled));
        Assert.Equal(10, budget.Take(TencentCloudErrorKind.TimedOut));
        Assert.Equal(full - 15, budget.Left);

        budget.GiveBack(10);
        budget.GiveBack(0);
        Assert.Equal(full - 4, budget.Left);

        budget.GiveBack(100);
        Assert.Equal(full, budget.Left);
    }

    [Fact]
    public void An_empty_budget_gives_nothing()
    {
        var budget = new RetryBudget();
        while (budget.Take(TencentCloudErrorKind.InternalError) > 0)
        {
        }

        Assert.Equal(0, budget.Left);
        budget.GiveBack(0);
        Assert.Equal(0, budget.Take(TencentCloudErrorKind.InternalError));
        Assert.Equal(1, budget.Left);
    }

    [Fact]
    public async Task Many_threads_neither_lose_nor_make_any()
    {
        var budget = new RetryBudget();
        var taken = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                Interlocked.Add(ref taken, budget.Take(TencentCloudErrorKind.Throttled));
        })));

        Assert.Equal(500, taken);
        Assert.Equal(0, budget.Left);
    }
}
