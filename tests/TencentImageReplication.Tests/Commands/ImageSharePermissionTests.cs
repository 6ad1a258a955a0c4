using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class ImageSharePermissionTests : IDisposable
{
    private const string Database = SimulatedWorld.DatabaseImageId;
    private const string Web = SimulatedWorld.WebImageId;
    private static readonly string Partner = SimulatedWorld.Partner.AccountId;
    private readonly CloudShell _shell = new();

    [Fact]
    public void A_shared_image_is_copied_by_the_other_account()
    {
        _shell.Set("partner", Clouds.Connect(_shell.Cloud, SimulatedWorld.Partner));

        var shared = Assert.Single(_shell.Run($"Get-TccImage -ImageName golden-db* | Grant-TccImageSharePermission -AccountId {Partner}")
            .All<TccImageSharePermission>());
        var rows = _shell.Run(
            """
            Get-TccImage -Context $partner -ImageType Shared | Where-Object ImageName -eq golden-db-2024 |
                Copy-TccSharedImage -Context $partner | Wait-TccImage -Context $partner |
                Copy-TccCustomImage -Context $partner -DestinationRegion ap-beijing, ap-shanghai | Wait-TccImage -Context $partner
            """).All<TccImageCopy>();

        Assert.Equal((Database, "golden-db-2024", SimulatedWorld.Region, Partner), (shared.ImageId, shared.ImageName, shared.Region, shared.AccountId));
        Assert.Equal(_shell.Time.GetUtcNow().UtcDateTime.Date, shared.CreatedTime!.Value.ToUniversalTime().Date);
        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal((ImageCopyStatus.Completed, Partner), (row.Status, _shell.Cloud.FindImage(row.ImageId!)!.AccountId)));
    }

    [Fact]
    public void Many_images_are_shared_with_few_requests_and_existing_shares_are_no_error()
    {
        var accounts = AddAccounts(120);
        _shell.Set("accounts", (string[])[Partner, .. accounts]);

        var rows = _shell.Run($"'{Web}', '{Database}' | Grant-TccImageSharePermission -AccountId $accounts").All<TccImageSharePermission>();

        Assert.Equal(242, rows.Count);
        Assert.Equal([Web, Database], rows.Select(row => row.ImageId).Distinct());
        Assert.All(rows, row => Assert.NotNull(row.CreatedTime));
        Assert.Equal(121, _shell.Cloud.FindImage(Web)!.SharedWith.Count);
        Assert.Equal(3 + 3, _shell.CallsOf("ModifyImageSharePermission"));
    }

    [Fact]
    public void A_second_run_changes_nothing_and_does_not_prompt()
    {
        var again = _shell.Run($"Grant-TccImageSharePermission {Web} {Partner} -Verbose");

        Assert.Equal(Partner, Assert.Single(again.All<TccImageSharePermission>()).AccountId);
        Assert.Contains(again.Verbose, text => text.Contains("is already shared with 100000000002", StringComparison.Ordinal));
        Assert.Equal(0, _shell.CallsOf("ModifyImageSharePermission"));
    }

    [Fact]
    public void A_refused_account_does_not_stop_the_others()
    {
        var accounts = AddAccounts(40);
        _shell.Set("accounts", (string[])[.. accounts, "999999", SimulatedWorld.Owner.AccountId]);

        var result = _shell.Run($"Grant-TccImageSharePermission {Database} $accounts");

        Assert.Equal(accounts, result.Of<TccImageSharePermission>().Select(row => row.AccountId));
        Assert.Equal(
            ["FailedOperation.AccountIsYourSelf 100000000001", "InvalidAccountId.NotFound 999999"],
            result.Errors.Select(error => $"{error.FullyQualifiedErrorId.Split(',')[0]} {((TccImageSharePermission)error.TargetObject).AccountId}").Order(StringComparer.Ordinal));
        Assert.Contains(result.Errors, error => error.Advice().Contains("root account", StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_five_hundred_accounts_are_refused_before_any_request()
    {
        _shell.Set("accounts", AddAccounts(500).ToArray());

        var result = _shell.Run($"Grant-TccImageSharePermission {Web} $accounts");

        Assert.Empty(result.Output);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("TooManyAccounts,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Equal(0, _shell.CallsOf("ModifyImageSharePermission"));
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing)]
    [InlineData(FaultKind.CutAnswer)]
    [InlineData(FaultKind.InternalErrorAfterActing)]
    public void A_lost_response_is_no_error_and_needs_no_request_for_each_account(FaultKind fault)
    {
        var accounts = AddAccounts(50);
        _shell.Set("accounts", accounts.ToArray());
        _shell.Cloud.Faults.Add(new FaultRule(fault) { Action = "ModifyImageSharePermission" });

        var rows = _shell.Run($"Grant-TccImageSharePermission {Database} $accounts").All<TccImageSharePermission>();

        Assert.Equal(accounts, rows.Select(row => row.AccountId));
        Assert.Equal(2, _shell.Cloud.Calls.Count(call => call.Action == "ModifyImageSharePermission"));
    }

    [Fact]
    public void A_smaller_limit_of_the_service_is_respected()
    {
        _shell.Cloud.Options.MaximumAccountsPerShareCall = 10;
        _shell.Set("accounts", AddAccounts(30).ToArray());

        Assert.Equal(30, _shell.Run($"Grant-TccImageSharePermission {Database} $accounts").All<TccImageSharePermission>().Count);
    }

    [Fact]
    public void Accounts_are_listed_and_revoked_from_a_file()
    {
        _shell.Run($"Grant-TccImageSharePermission {Database} {Partner}");

        var listed = _shell.Run("$rows = Get-TccImage | Get-TccImageSharePermission; $rows").All<TccImageSharePermission>();
        Assert.Equal([Web, Database], listed.Select(row => row.ImageId).Order(StringComparer.Ordinal).Reverse());
        Assert.Empty(_shell.Run($"Get-TccImageSharePermission {Web} -AccountId 123456").All<TccImageSharePermission>());

        var back = _shell.Run("$rows | ConvertTo-CsvRow | Revoke-TccImageSharePermission").All<TccImageSharePermission>();

        Assert.Equal(2, back.Count);
        Assert.Empty(_shell.Run("Get-TccImage | Get-TccImageSharePermission").All<TccImageSharePermission>());
        Assert.Empty(_shell.Run("$rows | Revoke-TccImageSharePermission").All<TccImageSharePermission>());
        Assert.Equal(1 + 2, _shell.CallsOf("ModifyImageSharePermission"));
    }

    [Theory]
    [InlineData("img-unknown1", "ImageNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData(SimulatedWorld.CreatingImageId, "ImageNotNormal", ErrorCategory.InvalidOperation)]
    public void An_image_that_cannot_be_shared_does_not_stop_the_others(string imageId, string errorId, ErrorCategory category)
    {
        var result = _shell.Run($"'{imageId}', '{Database}' | Grant-TccImageSharePermission -AccountId {Partner}");

        Assert.Equal(Database, Assert.Single(result.Of<TccImageSharePermission>()).ImageId);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((category, imageId), (error.CategoryInfo.Category, error.TargetObject));
        Assert.NotEmpty(error.Advice());
    }

    [Fact]
    public void An_image_of_another_account_cannot_be_shared()
    {
        using var shell = new CloudShell(SimulatedWorld.Partner);

        foreach (var script in new[] { $"Grant-TccImageSharePermission {Web} 100000000001", $"Get-TccImageSharePermission {Web}" })
        {
            var error = Assert.Single(shell.Run(script).Errors);
            Assert.StartsWith("OnlyOwnImagesAreShared,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Copy-TccSharedImage", error.Advice(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhatIf_names_image_and_accounts_and_changes_nothing()
    {
        var shell = _shell.Run($"Grant-TccImageSharePermission {Database} {Partner} -WhatIf; Revoke-TccImageSharePermission {Web} {Partner} -WhatIf");

        Assert.Empty(shell.Output);
        Assert.Contains(_shell.Host.Lines, text => text.Contains("Share img-gdb02024 ('golden-db-2024') in ap-guangzhou with account 100000000002", StringComparison.Ordinal));
        Assert.Contains(_shell.Host.Lines, text => text.Contains("Stop sharing img-gweb2024 ('golden-web-2024') in ap-guangzhou with account 100000000002", StringComparison.Ordinal));
        Assert.Equal(0, _shell.CallsOf("ModifyImageSharePermission"));
    }

    [Theory]
    [InlineData("Revoke-TccImageSharePermission img-gweb2024 -AccountId ", 1)]
    [InlineData("Get-TccImageSharePermission -ImageId img-gweb2024 -AccountId 1000", 1)]
    [InlineData("Revoke-TccImageSharePermission img-gdb02024 -AccountId ", 0)]
    [InlineData("Grant-TccImageSharePermission img-gweb2024 -AccountId ", 0)]
    public void The_accounts_of_the_image_are_completed(string typed, int offers) =>
        Assert.Equal(offers, _shell.Complete(typed).Count(offer => offer.ListItemText == Partner));

    [Fact]
    public void A_missing_or_invalid_account_is_an_error()
    {
        Assert.StartsWith("NoAccountId,", Assert.Single(_shell.Run($"Grant-TccImageSharePermission {Web}").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.ThrowsAny<ParameterBindingException>(() => Throwing($"Grant-TccImageSharePermission {Web} bob -ErrorAction Stop"));
    }

    public void Dispose() => _shell.Dispose();

    private void Throwing(string script)
    {
        if (_shell.Run(script).Errors is [{ Exception: var exception }, ..])
            throw exception;
    }

    private List<string> AddAccounts(int count)
    {
        var ids = Enumerable.Range(0, count).Select(index => $"{200000000000 + index}").ToList();
        foreach (var id in ids)
            _shell.Cloud.AddAccount(new SimulatedAccount { AccountId = id, Name = "", SecretId = $"AKID{id}", SecretKey = "x" });
        return ids;
    }
}
