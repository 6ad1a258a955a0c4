using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>Rows of a plan in two accounts, which are piped into other commands in the same session: each brings its connection.</summary>
public sealed class LiveRowTests : IDisposable
{
    private const string Third = "100000000003";

    private static readonly string Own = SimulatedWorld.Owner.AccountId;
    private static readonly string Other = SimulatedWorld.Partner.AccountId;

    private readonly PlanFolder _folder = new();
    private readonly CloudShell _shell = new();

    public LiveRowTests()
    {
        _shell.Cloud.AddAccount(new SimulatedAccount { AccountId = Third, Name = "third", SecretId = "AKIDthird", SecretKey = "third" });
        _shell.Cloud.PutRole(new SimulatedRole { AccountId = Other, Name = "images", TrustedAccounts = [Own] });
        _folder.Write("images.psd1", """
            @{ PlanVersion = 1
               Source   = @{ Region = 'ap-guangzhou' }
               Accounts = @{ prod = @{ AssumeRoleArn = 'qcs::cam::uin/100000000002:roleName/images' } }
               Families = @{ Name = 'web'; ImageName = 'golden-web-*'
                             Targets = @{ Regions = 'ap-shanghai' }, @{ Account = 'prod'; Regions = 'ap-guangzhou', 'ap-shanghai' } } }
            """);
        _shell.Set("folder", _folder.Path);
        _shell.Set("own", Clouds.Connect(_shell.Cloud));
        _shell.Set("prod", Clouds.Connect(_shell.Cloud, SimulatedWorld.Partner));
        _shell.Run("$missing = Compare-TccReplicationPlan $folder/images.psd1").All<object>();
        // Two images in one region, one of each account.
        _shell.Run("$synced = Sync-TccReplicationPlan $folder/images.psd1 | Where-Object Region -eq ap-shanghai").All<object>();
        _shell.Run("$rows = Compare-TccReplicationPlan $folder/images.psd1 | Where-Object Region -eq ap-shanghai").All<object>();
        Assert.Equal([Own, Other], Rows().Select(row => row.AccountId));
    }

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("$rows | Wait-TccImage")]
    [InlineData("Wait-TccImage -InputObject $rows")]
    [InlineData("$rows | Set-TccImage -Description new -PassThru")]
    [InlineData("$rows | Get-TccImage")]
    [InlineData("$synced | Wait-TccImage")]
    public void An_image_is_found_in_the_account_of_its_row(string script) =>
        Assert.Equal(
            Rows().Select(row => row.ImageId).Order(StringComparer.Ordinal),
            _shell.Run(script).All<TccImage>().Select(image => image.ImageId).Order(StringComparer.Ordinal));

    [Fact]
    public void Changes_reach_both_accounts()
    {
        _shell.Run("$rows | Set-TccImage -Description new -Tag env=prod").All<object>();

        Assert.All(Rows(), row => Assert.Equal("new", _shell.Cloud.FindImage(row.ImageId!)!.Description));
    }

    [Fact]
    public void Instances_are_created_in_the_account_of_the_row_and_their_uses_found_there()
    {
        var created = _shell.Run("$rows | New-TccInstanceFromImage -InstanceType S5.MEDIUM4").All<TccInstance>();
        var uses = _shell.Run("$rows | Get-TccImageUsage").All<TccImageUsage>();

        Assert.Equal(Rows().Select(row => row.ImageId).Order(), created.Select(instance => instance.ImageId).Order());
        Assert.Equal(
            created.Select(instance => instance.InstanceId).Order(StringComparer.Ordinal),
            uses.Select(use => use.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            Rows().Select(row => $"{row.AccountId} {row.ImageId}").Order(StringComparer.Ordinal),
            uses.Select(use => $"{use.AccountId} {use.ImageId}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_instance_to_take_settings_from_is_in_the_account_of_the_row()
    {
        _shell.Run("$first = $rows | Where-Object Account -eq prod | New-TccInstanceFromImage -InstanceType S5.MEDIUM4").All<object>();
        var like = "New-TccInstanceFromImage -LikeInstanceId $first.InstanceId -LikeInstanceRegion ap-shanghai -Force";

        Assert.Equal("S5.MEDIUM4", Assert.Single(_shell.Run($"$rows | Where-Object Account -eq prod | {like}").All<TccInstance>()).InstanceType);
        Assert.StartsWith(
            "InstanceNotFound,", Assert.Single(_shell.Run($"$rows | Where-Object Account -eq self | {like}").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_stay_in_their_account()
    {
        var copies = _shell.Run("$rows | Copy-TccCustomImage -DestinationRegion ap-nanjing").All<TccImageCopy>();

        Assert.Equal(
            Rows().Select(row => $"{row.AccountId} {row.ImageId}").Order(StringComparer.Ordinal),
            copies.Select(copy => $"{_shell.Cloud.FindImage(copy.ImageId!)!.AccountId} {copy.SourceImageId}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_shared_image_is_copied_into_the_account_of_the_row()
    {
        _shell.Run("$rows | Where-Object Account -eq prod | Remove-TccImage -Confirm:$false").All<object>();

        var copy = Assert.Single(_shell.Run("$missing | Where-Object { $_.Account -eq 'prod' -and $_.Region -eq 'ap-guangzhou' } | Copy-TccSharedImage -Force").All<TccImageCopy>());

        Assert.Equal((Other, SimulatedWorld.WebImageId), (_shell.Cloud.FindImage(copy.ImageId!)!.AccountId, copy.SourceImageId));
    }

    [Fact]
    public void Images_are_shared_by_their_owner()
    {
        var shared = _shell.Run($"$rows | Grant-TccImageSharePermission -AccountId {Third}").All<TccImageSharePermission>();
        var listed = _shell.Run("$rows | Get-TccImageSharePermission").All<TccImageSharePermission>();
        var ended = _shell.Run($"$rows | Revoke-TccImageSharePermission -AccountId {Third}").All<TccImageSharePermission>();

        foreach (var permissions in new[] { shared, listed, ended })
            Assert.Equal(Rows().Select(row => $"{row.ImageId} {Third}").Order(), permissions.Select(permission => $"{permission.ImageId} {permission.AccountId}").Order());
    }

    [Fact]
    public void Each_image_is_deleted_once_although_two_runs_found_it()
    {
        var removed = Rows();

        _shell.Run("$synced + $rows | Remove-TccImage -Confirm:$false").All<object>();

        Assert.All(removed, row => Assert.Null(_shell.Cloud.FindImage(row.ImageId!)));
        Assert.Equal(2, _shell.CallsOf("DeleteImages"));
    }

    [Theory]
    [InlineData("Wait-TccImage")]
    [InlineData("Set-TccImage -Description new")]
    [InlineData("Remove-TccImage -Confirm:$false")]
    [InlineData("Copy-TccCustomImage -DestinationRegion ap-nanjing")]
    [InlineData("New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("Get-TccImageUsage")]
    [InlineData("Grant-TccImageSharePermission -AccountId 100000000003")]
    public void A_context_of_the_command_line_is_used_instead_and_refuses_the_other_account(string command)
    {
        foreach (var (context, refused) in new[] { ("own", Other), ("prod", Own) })
        {
            var error = Assert.Single(_shell.Run($"$rows | {command} -Context ${context}").Errors);

            Assert.StartsWith("RowOfOtherAccount,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains($"belongs to the account {refused} ", error.Exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ConvertTo-CsvRow")]
    [InlineData("ConvertTo-ClixmlObject")]
    public void A_row_that_was_saved_has_no_connection(string save)
    {
        var result = _shell.Run($"$rows | {save} | Wait-TccImage");

        Assert.Equal(Rows()[0].ImageId, Assert.Single(result.Of<TccImage>()).ImageId);
        Assert.StartsWith("RowOfOtherAccount,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_do_not_depend_on_the_connection_of_the_session()
    {
        var (ids, session) = (Rows().Select(row => row.ImageId).Order(), _shell.Run("Get-TccContext").All<TccContext>());
        Assert.Single(session);

        _shell.Run("Disconnect-TccAccount").All<object>();

        Assert.Equal(ids, _shell.Run("$rows | Wait-TccImage").All<TccImage>().Select(image => image.ImageId).Order());
        Assert.Equal(2, _shell.Run("$rows | New-TccInstanceFromImage -InstanceType S5.MEDIUM4").All<TccInstance>().Count);
    }

    [Fact]
    public void The_connection_is_nowhere_to_be_seen()
    {
        var visible = _shell.Run("$rows | ForEach-Object { $_.psobject.Members.Name; [Management.Automation.PSSerializer]::Serialize($_, 5); \"$_\" }");

        Assert.DoesNotContain(visible.All<string>(), text =>
            text.Contains("Context", StringComparison.Ordinal) || text.Contains("Secret", StringComparison.OrdinalIgnoreCase) || text.Contains("role", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(_shell.Run("$rows.Context").Output, item => item is not null);
    }

    private IReadOnlyList<TccReplicationRow> Rows() => _shell.Run("$rows").All<TccReplicationRow>();
}
