using System.Globalization;
using CsCheck;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Api.Lists;

public sealed class PagingTests
{
    [Fact]
    public Task Every_item_comes_once_whatever_pages_the_service_makes() =>
        Gen.Select(Gen.Int[0, 350], Gen.Int[1, 100], Gen.Bool).SampleAsync(async (count, pageSize, totalKnown) =>
        {
            var all = Enumerable.Range(0, count).Select(i => $"img-{i}").ToList();
            // Without a total only full pages tell that there is more.
            var size = totalKnown ? pageSize : Paging.PageSize;

            var read = await ReadAsync(offset => new([.. all.Skip((int)offset).Take(size)], totalKnown ? count : null));

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
            return new([.. all.Skip((int)offset).Take(100)], all.Count);
        });

        Assert.Equal(150, read.Count);
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(60)]
    public async Task No_other_item_is_missing_when_listed_items_are_deleted_between_pages(int deleted)
    {
        var all = Names(0, 350);
        var kept = all.Skip(100).ToList();
        var pages = 0;

        var read = await ReadAsync(offset =>
        {
            // After the first page, which has the items that are deleted.
            if (++pages == 2)
                all.RemoveRange(20, deleted);
            return new([.. all.Skip((int)offset).Take(100)], all.Count);
        });

        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.Empty(kept.Except(read));
        Assert.InRange(pages, 4, 9);
    }

    [Fact]
    public async Task An_item_deleted_and_another_created_between_pages_do_not_hide_one_although_the_total_stays()
    {
        var all = Names(0, 150);
        var pages = 0;

        var read = await ReadAsync(offset =>
        {
            if (++pages == 2)
            {
                all.RemoveAt(0);
                all.Add("img-new");
            }

            return new([.. all.Skip((int)offset).Take(100)], all.Count);
        });

        Assert.Equal([.. Names(0, 150), "img-new"], read);
    }

    [Fact]
    public Task No_item_that_stays_is_missing_whatever_is_created_and_deleted_between_pages() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 1_000_000]).SampleAsync(async (count, seed) =>
        {
            var random = new Random(seed);
            var all = Names(0, count);
            var stay = all.Where(_ => random.Next(2) == 0).ToHashSet();
            var next = count;

            var read = await ReadAsync(offset =>
            {
                ListPage<string> page = new([.. all.Skip((int)offset).Take(100)], all.Count);
                for (var change = random.Next(4); change > 0; change--)
                {
                    var goes = all.Where(item => !stay.Contains(item)).Skip(random.Next(Math.Max(1, all.Count - stay.Count))).FirstOrDefault();
                    if (goes is not null && random.Next(2) == 0)
                        all.Remove(goes);
                    else
                        all.Insert(random.Next(all.Count + 1), $"img-{next++}");
                }

                return page;
            });

            Assert.Equal(read.Count, read.Distinct().Count());
            Assert.Empty(stay.Except(read));
        });

    [Fact]
    public async Task A_list_in_another_order_on_each_page_is_read_again()
    {
        var orders = new Queue<List<string>>([Names(0, 150), [.. Names(0, 150).AsEnumerable().Reverse()], .. Enumerable.Repeat(Names(0, 150), 9)]);

        var read = await ReadAsync(offset => new([.. orders.Dequeue().Skip((int)offset).Take(100)], 150));

        Assert.Equal(Names(0, 150), read.OrderBy(item => int.Parse(item.AsSpan(4), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_list_with_fewer_items_than_it_says_is_an_error_after_three_readings()
    {
        var pages = 0;

        var failure = await FailAsync(offset =>
        {
            pages++;
            return new(["img-0", "img-0", "img-1"], 3);
        });

        Assert.Equal("ClientError.IncompleteList", failure.Code);
        Assert.Equal(3, pages);
        Assert.Contains("DescribeThings reported a total of 3, but returned 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_that_cannot_be_read_are_not_missing()
    {
        Assert.Equal(["img-0", "img-1"], await ReadAsync(offset => offset == 0 ? new(["img-0", "img-1"], 3, Unreadable: 1) : new([], 3)));
        Assert.Equal(["img-0"], await ReadAsync(offset => new(["img-0"], 3, Unreadable: 2)));
    }

    [Fact]
    public async Task A_list_whose_total_grows_with_each_page_ends_with_an_error()
    {
        var pages = 0;

        var failure = await FailAsync(offset =>
        {
            pages++;
            return new([.. Names((int)offset, 100)], offset + 500);
        });

        Assert.Equal("ClientError.IncompleteList", failure.Code);
        // Twice the first total, and room for a thousand.
        Assert.InRange(pages, 15, 35);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(200L)]
    [InlineData(long.MaxValue)]
    public async Task A_service_that_returns_the_same_page_again_and_again_ends_with_an_error(long? total)
    {
        var pages = 0;

        var failure = await FailAsync(offset =>
        {
            pages++;
            return new([.. Names(0, 100)], total is null ? null : Math.Max(total.Value, offset + 200));
        });

        Assert.Equal("ClientError.IncompleteList", failure.Code);
        Assert.InRange(pages, 2, 20);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(-1L, null)]
    [InlineData(long.MinValue, null)]
    [InlineData(0L, 0L)]
    [InlineData(7L, 7L)]
    public void A_negative_total_states_nothing(long? stated, long? total) =>
        Assert.Equal(total, new ListPage<string>(new DescribeImagesResponse(), [], stated).Total);

    [Theory]
    [InlineData(0L)]
    [InlineData(1L)]
    [InlineData(-1L)]
    [InlineData(120L)]
    public async Task A_total_that_is_too_small_does_not_end_the_list(long total) =>
        Assert.Equal(Names(0, 250), await ReadAsync(offset => new([.. Names(0, 250).Skip((int)offset).Take(100)], total)));

    [Fact]
    public async Task A_list_without_a_total_that_does_not_end_ends_with_an_error() =>
        Assert.Equal("ClientError.IncompleteList", (await FailAsync(offset => new([.. Names((int)offset, 100)], null))).Code);

    [Fact]
    public async Task A_list_that_is_another_one_on_each_page_ends_with_an_error()
    {
        var pages = 0;

        var failure = await FailAsync(offset => new([.. Names(1000 * pages++, 100)], 300));

        Assert.Equal("ClientError.IncompleteList", failure.Code);
        Assert.InRange(pages, 2, 40);
    }

    [Fact]
    public async Task A_list_that_becomes_shorter_than_its_first_page_ends()
    {
        var pages = 0;

        var read = await ReadAsync(offset =>
        {
            var count = ++pages == 1 ? 150 : 50;
            return new([.. Names(0, count).Skip((int)offset).Take(100)], count);
        });

        Assert.Equal(100, read.Count);
    }

    [Fact]
    public async Task Pages_are_asked_for_side_by_side_and_come_in_order()
    {
        var asked = new List<long>();
        var later = new Dictionary<long, TaskCompletionSource<ListPage<string>>>();
        var items = Paging.ReadAllAsync(
            "DescribeThings", "ap-guangzhou",
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
        Assert.Equal([0, 99, 198, 297, 396], asked);

        foreach (var offset in new long[] { 396, 297, 198, 99 })
            later[offset].SetResult(Page(offset));
        do
            read.Add(reader.Current);
        while (read.Count < 496 && await reader.MoveNextAsync());
        Assert.Equal(Enumerable.Range(0, 496).Select(i => $"{i}"), read);

        static ListPage<string> Page(long offset) => new([.. Enumerable.Range((int)offset, 100).Select(i => $"{i}")], 1000);
    }

    [Fact]
    public async Task Asking_for_the_next_pages_does_not_hold_up_whoever_has_the_first_item()
    {
        using var asking = new ManualResetEventSlim();
        await using var reader = Paging.ReadAllAsync<string>(
            "DescribeThings", "ap-guangzhou",
            (offset, token) =>
            {
                if (offset > 0)
                    asking.Wait(token);
                return Task.FromResult<ListPage<string>>(new([.. Enumerable.Range((int)offset, 100).Select(i => $"{i}")], 200));
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
            "DescribeThings", "ap-guangzhou",
            async (offset, token) =>
            {
                if (offset > 0)
                {
                    tokens.Add(token);
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
                }

                return new([.. Enumerable.Range(0, 100).Select(i => $"{i}")], 1000);
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

    private static List<string> Names(int first, int count) => [.. Enumerable.Range(first, count).Select(i => $"img-{i}")];

    private static Task<TencentCloudException> FailAsync(Func<long, ListPage<string>> readPage) =>
        Assert.ThrowsAsync<TencentCloudException>(() => ReadAsync(readPage));

    private static async Task<List<string>> ReadAsync(Func<long, ListPage<string>> readPage)
    {
        var read = new List<string>();
        await foreach (var item in Paging.ReadAllAsync("DescribeThings", "ap-guangzhou", (offset, _) => Task.FromResult(readPage(offset)), i => i, default))
            read.Add(item);
        return read;
    }
}
