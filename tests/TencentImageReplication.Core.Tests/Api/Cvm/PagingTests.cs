using CsCheck;
using TencentImageReplication.Core.Api.Cvm;

namespace TencentImageReplication.Core.Tests.Api.Cvm;

public sealed class PagingTests
{
    [Fact]
    public Task Every_item_comes_once_whatever_pages_the_service_makes() =>
        Gen.Select(Gen.Int[0, 350], Gen.Int[1, 100], Gen.Bool).SampleAsync(async (count, pageSize, totalKnown) =>
        {
            var all = Enumerable.Range(0, count).Select(i => $"img-{i}").ToList();
            // Without a total only full pages tell that there is more.
            var size = totalKnown ? pageSize : Paging.PageSize;

            var read = await ReadAsync(offset => ([.. all.Skip((int)offset).Take(size)], totalKnown ? count : null));

            Assert.Equal(all, read);
        });

    [Fact]
    public async Task An_item_pushed_to_the_next_page_by_a_new_one_comes_once()
    {
        var all = Enumerable.Range(0, 150).Select(i => $"img-{i}").ToList();

        var read = await ReadAsync(offset =>
        {
            if (offset > 0)
                all.Insert(0, "img-new");
            return ([.. all.Skip((int)offset).Take(100)], all.Count);
        });

        Assert.Equal(150, read.Count);
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [Fact]
    public async Task A_list_that_shrinks_while_it_is_read_ends()
    {
        var pages = 0;

        var read = await ReadAsync(offset => ++pages == 1 ? ([.. Enumerable.Range(0, 100).Select(i => $"{i}")], 500) : ([], 500));

        Assert.Equal(100, read.Count);
        // The one that came to nothing, and what was asked for beside it.
        Assert.InRange(pages, 2, 5);
    }

    [Fact]
    public async Task Pages_are_asked_for_side_by_side_and_come_in_order()
    {
        var asked = new List<long>();
        var later = new Dictionary<long, TaskCompletionSource<(IReadOnlyList<string>, long?)>>();
        var items = Paging.ReadAllAsync(
            (offset, _) =>
            {
                asked.Add(offset);
                return offset == 0 ? Task.FromResult(Page(0)) : (later[offset] = new()).Task;
            },
            i => i,
            default);

        await using var reader = items.GetAsyncEnumerator();
        await reader.MoveNextAsync();
        Assert.Equal([0], asked);

        var read = new List<string> { reader.Current };
        await reader.MoveNextAsync();
        Assert.Equal([0, 100, 200, 300, 400], asked);

        foreach (var offset in new long[] { 400, 300, 200, 100 })
            later[offset].SetResult(Page(offset));
        do
            read.Add(reader.Current);
        while (read.Count < 500 && await reader.MoveNextAsync());
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), read);

        static (IReadOnlyList<string>, long?) Page(long offset) => ([.. Enumerable.Range((int)offset, 100).Select(i => $"{i}")], 1000);
    }

    [Fact]
    public async Task Asking_for_the_next_pages_does_not_hold_up_whoever_has_the_first_item()
    {
        using var asking = new ManualResetEventSlim();
        await using var reader = Paging.ReadAllAsync<string>(
            (offset, token) =>
            {
                if (offset > 0)
                    asking.Wait(token);
                return Task.FromResult<(IReadOnlyList<string>, long?)>(([.. Enumerable.Range((int)offset, 100).Select(i => $"{i}")], 200));
            },
            i => i,
            default).GetAsyncEnumerator();
        await reader.MoveNextAsync();

        var second = reader.MoveNextAsync();

        Assert.False(second.IsCompleted);
        asking.Set();
        Assert.True(await second);
    }

    [Fact]
    public async Task What_was_asked_for_ahead_is_given_up_with_the_reading()
    {
        var tokens = new List<CancellationToken>();
        await foreach (var item in Paging.ReadAllAsync<string>(
            async (offset, token) =>
            {
                if (offset > 0)
                {
                    tokens.Add(token);
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
                }

                return ([.. Enumerable.Range(0, 100).Select(i => $"{i}")], 1000);
            },
            i => i,
            default))
        {
            if (item == "50")
                break;
        }

        Assert.Equal(4, tokens.Count);
        Assert.All(tokens, token => Assert.True(token.IsCancellationRequested));
    }

    [Fact]
    public void Batches_hold_each_ID_once_and_no_more_than_one_call_takes() =>
        Gen.Int[0, 400].List[0, 500].Sample(numbers =>
        {
            var ids = numbers.Select(n => $"img-{n}").ToList();

            var batches = Paging.Batches(ids).ToList();

            Assert.All(batches, batch => Assert.InRange(batch.Count, 1, 100));
            Assert.Equal(ids.Distinct(), batches.SelectMany(b => b));
        });

    private static async Task<List<string>> ReadAsync(Func<long, (IReadOnlyList<string>, long?)> readPage)
    {
        var read = new List<string>();
        await foreach (var item in Paging.ReadAllAsync((offset, _) => Task.FromResult(readPage(offset)), i => i, default))
            read.Add(item);
        return read;
    }
}
