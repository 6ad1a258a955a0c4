using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Sharing;

public sealed class ImageSharingTests
{
    private const string Action = "ModifyImageSharePermission";

    private static readonly ImageRef Web = new(SimulatedWorld.WebImageId, CopyWorld.Source);
    private static readonly string Partner = SimulatedWorld.Partner.AccountId;

    private readonly CopyWorld _world = new();
    private readonly List<string> _confirmations = [];

    [Fact]
    public async Task Only_accounts_without_access_are_confirmed_and_sent()
    {
        var added = AddAccounts(2);

        var results = await GrantAsync([added[0], Partner, added[1]]);

        Assert.Equal([(added[0], true), (Partner, false), (added[1], true)], results.Select(result => (result.AccountId, result.Changed)));
        Assert.All(results, result => Assert.True(result is { SharedAt: not null, Failure: null }));
        Assert.Equal(_world.Time.GetUtcNow(), results[0].SharedAt);
        Assert.Equal([string.Join(',', added)], _confirmations);
        Assert.Equal(1, _world.CallsOf(Action));
    }

    [Fact]
    public async Task Accounts_that_have_access_already_need_neither_confirmation_nor_request()
    {
        Assert.False(Assert.Single(await GrantAsync([Partner])).Changed);

        Assert.Empty(_confirmations);
        Assert.Equal((0, 1), (_world.CallsOf(Action), _world.CallsOf("DescribeImageSharePermission")));
    }

    [Fact]
    public async Task What_is_not_confirmed_is_not_shared()
    {
        var added = AddAccounts(1);

        Assert.Equal([Partner], (await GrantAsync([added[0], Partner], confirm: false)).Select(result => result.AccountId));
        Assert.Equal(0, _world.CallsOf(Action));
    }

    [Fact]
    public async Task Refused_accounts_do_not_affect_the_others()
    {
        var added = AddAccounts(3);

        var results = await GrantAsync([added[0], "999999", added[1], SimulatedWorld.Owner.AccountId, added[2]]);

        Assert.Equal(
            [null, "InvalidAccountId.NotFound", null, "FailedOperation.AccountIsYourSelf", null], results.Select(result => result.Failure?.Code));
        Assert.All(results.Where(result => result.Failure is not null), result => Assert.True(result is { Changed: false, SharedAt: null }));
        Assert.Equal([Partner, .. added], Shared());
    }

    [Theory]
    [InlineData("FailedOperation.AccountAlreadyExists")]
    [InlineData("FailedOperation.AccountIsYourSelf")]
    [InlineData("InvalidAccountIs.YourSelf")]
    [InlineData("FailedOperation.NotMasterAccount")]
    [InlineData("InvalidAccountId.NotFound")]
    [InlineData("InvalidParameterValue.InvalidAppIdFormat")]
    [InlineData("InvalidParameterValue.LimitExceeded")]
    public async Task A_refusal_that_may_concern_one_account_is_halved(string code)
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = Action });

        Assert.All(await GrantAsync(AddAccounts(2)), result => Assert.True(result is { Changed: true, Failure: null }));
        Assert.Equal(3, _world.CallsOf(Action));
    }

    [Fact]
    public async Task Accounts_that_somebody_else_has_all_added_meanwhile_need_no_other_request()
    {
        var added = AddAccounts(2);

        var results = await GrantAsync(added, whileConfirming: () => Array.ForEach(added, account => _world.Cloud.ShareImage(Web.ImageId, account)));

        Assert.All(results, result => Assert.Null(result.Failure));
        Assert.Equal(1, _world.CallsOf(Action));
    }

    [Fact]
    public async Task Permissions_that_are_only_listed_have_changed_nothing()
    {
        SharePermission[] shares = [new() { AccountId = Partner, CreatedTime = VirtualClock.Start }];

        var shared = await SharedImage.CreateAsync(new Image(), Task.FromResult<IReadOnlyList<SharePermission>>(shares));

        Assert.Equal(new ShareResult(Partner, false, VirtualClock.Start, null), Assert.Single(shared.Results));
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    public async Task A_request_has_at_most_fifty_accounts(int accounts, int requests)
    {
        Assert.Equal(accounts, (await GrantAsync(AddAccounts(accounts))).Count(result => result.Changed));
        Assert.Equal(requests, _world.CallsOf(Action));
    }

    [Fact]
    public async Task Another_error_fails_the_accounts_of_its_request_without_halving()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = Action });

        var results = await GrantAsync(AddAccounts(52));

        Assert.Equal(50, results.Count(result => result.Failure?.Code == "UnauthorizedOperation"));
        Assert.Equal((2, 2), (results.Count(result => result.Changed), _world.CallsOf(Action)));
    }

    [Fact]
    public async Task An_account_that_somebody_else_adds_meanwhile_is_shared()
    {
        var added = AddAccounts(3);
        var results = await GrantAsync(added, whileConfirming: () => _world.Cloud.ShareImage(Web.ImageId, added[1]));

        Assert.All(results, result => Assert.True(result.Changed && result.SharedAt is not null));
        // The first request is refused, the second one has the other two accounts.
        Assert.Equal(2, _world.CallsOf(Action));
        Assert.Equal(4, Shared().Count);
    }

    [Fact]
    public async Task A_single_account_that_somebody_else_adds_meanwhile_is_shared()
    {
        var added = AddAccounts(1);

        var results = await GrantAsync(added, whileConfirming: () => _world.Cloud.ShareImage(Web.ImageId, added[0]));

        Assert.Null(Assert.Single(results).Failure);
        Assert.Equal(1, _world.CallsOf(Action));
    }

    [Fact]
    public async Task An_image_is_shared_even_when_the_times_cannot_be_read()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "DescribeImageSharePermission",
            FirstCall = 2,
        });

        var result = Assert.Single(await GrantAsync(AddAccounts(1)));

        Assert.True(result is { Changed: true, SharedAt: null, Failure: null });
    }

    [Theory]
    [InlineData("SHARED_IMAGE", "NORMAL", "OnlyOwnImagesAreShared")]
    [InlineData("PRIVATE_IMAGE", "SYNCING", "ImageNotNormal")]
    public async Task An_image_that_cannot_be_shared_is_refused_without_a_request(string type, string state, string rule)
    {
        var image = new Image { ImageId = Web.ImageId, ImageType = type, ImageState = state };
        var sharing = new ImageSharing(_world.Client, NullLogger.Instance);

        var grant = await Assert.ThrowsAsync<RuleViolationException>(() => sharing.GrantAsync(Web, image, [Partner], ConfirmAsync(true), CancellationToken.None));
        var revoke = await Assert.ThrowsAsync<RuleViolationException>(() => sharing.RevokeAsync(Web, image, null, ConfirmAsync(true), CancellationToken.None));

        Assert.Equal((rule, rule), (grant.Violation.Id, revoke.Violation.Id));
        Assert.Empty(_world.Cloud.Calls);
    }

    [Fact]
    public async Task More_than_five_hundred_accounts_are_refused_before_the_confirmation()
    {
        var failure = await Assert.ThrowsAsync<RuleViolationException>(() => GrantAsync([.. Enumerable.Range(0, 500).Select(index => $"{300000 + index}")]));

        Assert.Equal("TooManyAccounts", failure.Violation.Id);
        Assert.Empty(_confirmations);
    }

    [Fact]
    public async Task Only_the_owner_can_list_the_accounts()
    {
        var sharing = new ImageSharing(_world.Client, NullLogger.Instance);
        var own = new Image { ImageId = Web.ImageId, ImageType = "PRIVATE_IMAGE" };

        Assert.Equal([Partner], (await _world.Time.RunAsync(() => sharing.ListAsync(Web, own, CancellationToken.None))).Select(share => share.AccountId));
        await Assert.ThrowsAsync<RuleViolationException>(async () => await sharing.ListAsync(Web, own with { ImageType = "SHARED_IMAGE" }, CancellationToken.None));
    }

    [Fact]
    public async Task Sharing_stops_for_all_accounts_or_for_those_named_that_have_access()
    {
        var added = AddAccounts(2);
        await GrantAsync(added);
        _confirmations.Clear();

        var named = await RevokeAsync([added[0], "888888"]);
        var rest = await RevokeAsync(null);

        Assert.Equal([(added[0], true)], named.Select(result => (result.AccountId, result.Changed)));
        Assert.All(named, result => Assert.NotNull(result.SharedAt));
        Assert.Equal([Partner, added[1]], rest.Select(result => result.AccountId));
        Assert.Equal([added[0], $"{Partner},{added[1]}"], _confirmations);
        Assert.Empty(Shared());
    }

    [Fact]
    public async Task Stopping_needs_an_account_with_access_and_a_confirmation()
    {
        Assert.Empty(await RevokeAsync(["888888"]));
        Assert.Empty(_confirmations);

        Assert.Empty(await RevokeAsync(null, confirm: false));
        Assert.Equal((1, 0), (_confirmations.Count, _world.CallsOf(Action)));
    }

    [Fact]
    public async Task An_account_that_cannot_be_removed_keeps_its_access()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = Action });

        var result = Assert.Single(await RevokeAsync(null));

        Assert.True(result is { Changed: false, SharedAt: not null });
        Assert.Equal("UnauthorizedOperation", result.Failure?.Code);
    }

    private Task<IReadOnlyList<ShareResult>> GrantAsync(IReadOnlyList<string> accounts, bool confirm = true, Action? whileConfirming = null) =>
        RunAsync((sharing, image) => sharing.GrantAsync(Web, image, accounts, ConfirmAsync(confirm, whileConfirming), CancellationToken.None));

    private Task<IReadOnlyList<ShareResult>> RevokeAsync(IReadOnlyList<string>? accounts, bool confirm = true) =>
        RunAsync((sharing, image) => sharing.RevokeAsync(Web, image, accounts, ConfirmAsync(confirm), CancellationToken.None));

    private Task<IReadOnlyList<ShareResult>> RunAsync(Func<ImageSharing, Image, Task<IReadOnlyList<ShareResult>>> run) => _world.Time.RunAsync(async () =>
    {
        var described = await _world.Client.FindImagesAsync(Web.Region, [Web.ImageId], CancellationToken.None);
        return await run(new ImageSharing(_world.Client, NullLogger.Instance), described[Web.ImageId]);
    });

    private Func<IReadOnlyList<string>, Task<bool>> ConfirmAsync(bool answer, Action? meanwhile = null) => accounts =>
    {
        _confirmations.Add(string.Join(',', accounts));
        meanwhile?.Invoke();
        return Task.FromResult(answer);
    };

    private IReadOnlyList<string> Shared() => _world.Cloud.FindImage(Web.ImageId)!.SharedWith;

    private string[] AddAccounts(int count)
    {
        var ids = Enumerable.Range(0, count).Select(index => $"{200000000000 + index}").ToArray();
        foreach (var id in ids)
            _world.Cloud.AddAccount(new SimulatedAccount { AccountId = id, Name = id, SecretId = "id-" + id, SecretKey = "key-" + id });
        return ids;
    }
}
