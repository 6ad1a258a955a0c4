using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>Rows of a plan that are piped into other commands.</summary>
public sealed class ReplicationRowTests : IDisposable
{
    private static readonly string Partner = SimulatedWorld.Partner.AccountId;

    private readonly PlanFolder _folder = new();
    private readonly CloudShell _shell = new();

    public ReplicationRowTests()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'"));
        _shell.Set("folder", _folder.Path);
        _shell.Set("partner", Clouds.Connect(_shell.Cloud, SimulatedWorld.Partner));
        _shell.Run("$missing = Compare-TccReplicationPlan $folder/images.psd1; $null = Sync-TccReplicationPlan $folder/images.psd1");
        _shell.Run("$rows = Compare-TccReplicationPlan $folder/images.psd1; $same = Sync-TccReplicationPlan $folder/images.psd1");
    }

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("$rows | Wait-TccImage", typeof(TccImage))]
    [InlineData("$rows | ConvertTo-CsvRow | Wait-TccImage", typeof(TccImage))]
    [InlineData("$rows | Get-TccImage", typeof(TccImage))]
    [InlineData("$rows | Set-TccImage -Description new -PassThru", typeof(TccImage))]
    [InlineData("$rows | New-TccInstanceFromImage -InstanceType S5.MEDIUM4", typeof(TccInstance))]
    [InlineData("$same | New-TccInstanceFromImage -InstanceType S5.MEDIUM4", typeof(TccInstance))]
    [InlineData("$same | ConvertTo-CsvRow | New-TccInstanceFromImage -InstanceType S5.MEDIUM4", typeof(TccInstance))]
    [InlineData("$rows | Copy-TccCustomImage -DestinationRegion ap-nanjing", typeof(TccImageCopy))]
    public void A_row_is_an_image_in_its_region(string script, Type expected)
    {
        var result = _shell.Run(script);

        Assert.Empty(result.Errors);
        Assert.IsType(expected, Assert.Single(result.Output).BaseObject);
    }

    [Fact]
    public void Missing_copies_can_be_created_by_the_copy_command_itself()
    {
        var copy = Assert.Single(_shell.Run("$missing | Copy-TccCustomImage").All<TccImageCopy>());

        Assert.Equal(("ap-shanghai", SimulatedWorld.WebImageId, true), (copy.Region, copy.SourceImageId, copy.Reused));
    }

    [Theory]
    [InlineData("Wait-TccImage")]
    [InlineData("Set-TccImage -Description new")]
    [InlineData("Remove-TccImage -Confirm:$false")]
    [InlineData("Copy-TccCustomImage -DestinationRegion ap-nanjing")]
    [InlineData("Copy-TccSharedImage")]
    [InlineData("New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("Get-TccImageUsage")]
    public void A_row_of_another_account_is_refused_unless_the_connection_is_of_that_account(string command)
    {
        foreach (var saved in new[] { "$rows", "$rows | ConvertTo-CsvRow" })
        {
            var error = Assert.Single(_shell.Run($"{saved} | {command} -Context $partner").Errors);

            Assert.StartsWith("RowOfOtherAccount,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(
                $"The image belongs to the account {SimulatedWorld.Owner.AccountId} ('self' in the plan), and the connection to the account {Partner}.",
                error.Exception.Message);
        }

        Assert.DoesNotContain(_shell.Run($"$rows | {command}").Errors, error => error.FullyQualifiedErrorId.StartsWith("RowOfOtherAccount", StringComparison.Ordinal));
    }

    [Fact]
    public void The_account_is_read_once_and_a_key_without_that_right_is_no_obstacle()
    {
        var before = _shell.CallsOf("GetCallerIdentity");
        _shell.Run("$rows, $rows, $rows | ForEach-Object { $_ } | Wait-TccImage").All<TccImage>();
        Assert.True(_shell.CallsOf("GetCallerIdentity") <= before + 1);

        _shell.Set("other", Clouds.Connect(_shell.Cloud));
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "GetCallerIdentity", times: 100));
        var result = _shell.Run("$rows, $rows | ForEach-Object { $_ } | Wait-TccImage -Context $other -Verbose");

        Assert.Equal(2, result.All<TccImage>().Count);
        Assert.Single(result.Verbose, text => text.StartsWith("The account of the connection could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public void The_owner_in_a_row_is_no_account_to_share_with()
    {
        var refused = _shell.Run("$rows | Grant-TccImageSharePermission");
        var shared = _shell.Run($"$rows | Grant-TccImageSharePermission -AccountId {Partner}").All<TccImageSharePermission>();

        Assert.StartsWith("NoAccountId,", Assert.Single(refused.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(Partner, Assert.Single(shared).AccountId);
    }

    [Fact]
    public void A_planned_row_is_skipped()
    {
        _folder.Write("more.psd1", PlanFolder.Web("'ap-nanjing'"));

        var result = _shell.Run("Sync-TccReplicationPlan $folder/more.psd1 -WhatIf | Where-Object Region -eq ap-nanjing | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Verbose");

        Assert.Empty(result.All<TccInstance>());
        Assert.Contains(result.Verbose, text => text.Contains("because of -WhatIf", StringComparison.Ordinal));
    }
}
