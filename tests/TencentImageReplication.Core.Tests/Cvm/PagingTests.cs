using CsCheck;
using TencentImageReplication.Core.Cvm;

namespace TencentImageReplication.Core.Tests.Cvm;

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
        Assert.Equal(2, pages);
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
