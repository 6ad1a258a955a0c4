using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class RequestSplitterTests
{
    private readonly List<string> _sent = [];
    private readonly List<string> _refused = [];

    [Fact]
    public async Task An_accepted_list_is_sent_once()
    {
        await SendAsync([1, 2, 3], refused: []);

        Assert.Equal(["1,2,3"], _sent);
        Assert.Empty(_refused);
    }

    [Fact]
    public async Task A_refused_list_is_halved_until_the_refused_items_are_by_themselves()
    {
        await SendAsync([1, 2, 3, 4, 5], refused: [2, 5]);

        Assert.Equal(["1,2,3,4,5", "1,2", "1", "2", "3,4,5", "3", "4,5", "4", "5"], _sent);
        Assert.Equal(["2 Refused", "5 Refused"], _refused);
    }

    [Fact]
    public async Task One_refused_item_is_not_sent_again()
    {
        await SendAsync([7], refused: [7]);

        Assert.Equal(["7"], _sent);
        Assert.Equal(["7 Refused"], _refused);
    }

    [Fact]
    public async Task Another_error_is_thrown_and_ends_the_request()
    {
        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => RequestSplitter.SendAsync<int>(
            [1, 2, 3, 4],
            part =>
            {
                _sent.Add(string.Join(',', part));
                throw Error(part.Count == 4 ? "Refused" : "AuthFailure");
            },
            exception => exception.Code == "Refused",
            (_, _) => Assert.Fail("Nothing is refused by itself.")));

        Assert.Equal("AuthFailure", failure.Code);
        Assert.Equal(["1,2,3,4", "1,2"], _sent);
    }

    [Fact]
    public async Task The_responses_come_in_the_order_of_the_items_and_those_before_a_refused_item_are_not_lost()
    {
        var responses = new List<string>();

        await foreach (var response in RequestSplitter.ReadAsync(
            (int[])[1, 2, 3, 4, 5],
            part => part.Contains(4) ? throw Error("Refused") : Task.FromResult(string.Join(',', part)),
            exception => exception.Code == "Refused",
            (item, exception) => _refused.Add($"{item} {exception.Code}")))
        {
            responses.Add(response);
        }

        Assert.Equal(["1,2", "3", "5"], responses);
        Assert.Equal(["4 Refused"], _refused);
    }

    private Task SendAsync(IReadOnlyList<int> items, int[] refused) => RequestSplitter.SendAsync(
        items,
        part =>
        {
            _sent.Add(string.Join(',', part));
            return part.Any(refused.Contains) ? throw Error("Refused") : Task.CompletedTask;
        },
        exception => exception.Code == "Refused",
        (item, exception) => _refused.Add($"{item} {exception.Code}"));

    private static TencentCloudException Error(string code) => new(TencentCloudErrorKind.Service, code, "", "DeleteImages");
}
