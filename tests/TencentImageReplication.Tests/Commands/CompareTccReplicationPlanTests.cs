using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class CompareTccReplicationPlanTests : IDisposable
{
    private readonly PlanFolder _folder = new();
    private readonly CloudShell _shell = new();

    public CompareTccReplicationPlanTests() => _shell.Set("folder", _folder.Path);

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Each_copy_that_the_plan_wants_is_a_row_in_its_order_and_nothing_changes()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'"));

        var rows = _shell.Run("Compare-TccReplicationPlan $folder/images.psd1").All<TccReplicationRow>();

        Assert.Equal(["ap-shanghai", "ap-beijing"], rows.Select(row => row.Region));
        Assert.All(rows, row =>
        {
            Assert.Equal(("web", "golden-web-2024", "self", SimulatedWorld.Owner.AccountId), (row.Family, row.Version, row.Account, row.AccountId));
            Assert.Equal((TccReplicationState.Missing, TccReplicationAction.Copy), (row.State, row.Action));
            Assert.Equal((SimulatedWorld.WebImageId, SimulatedWorld.Region), (row.SourceImageId, row.SourceRegion));
            Assert.Equal((null, null, false), (row.ImageId, row.Status, row.Ready));
            Assert.NotNull(row.SourceCreatedTime);
        });
        Assert.Equal(0, _shell.CallsOf("SyncImages"));
        Assert.Equal("", _shell.CopiedTo());
    }

    [Theory]
    [InlineData("Compare-TccReplicationPlan (Import-TccReplicationPlan $folder/images.psd1)")]
    [InlineData("Import-TccReplicationPlan $folder/images.psd1 | Compare-TccReplicationPlan")]
    [InlineData("\"$folder/images.psd1\" | Compare-TccReplicationPlan")]
    [InlineData("[IO.FileInfo]\"$folder/images.psd1\" | Compare-TccReplicationPlan")]
    [InlineData("Compare-TccReplicationPlan $folder/*.psd1, $folder/images.psd1")]
    [InlineData("Import-TccReplicationPlan $folder/images.psd1 | ConvertTo-ClixmlObject | Compare-TccReplicationPlan")]
    public void A_plan_is_an_object_a_path_or_a_file(string script)
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai'"));

        Assert.Equal("ap-shanghai", Assert.Single(_shell.Run(script).All<TccReplicationRow>()).Region);
    }

    [Fact]
    public void A_plan_with_mistakes_is_one_error_and_stops_no_other()
    {
        _folder.Write("a.psd1", "@{ PlanVersion = 2 }");
        _folder.Write("b.psd1", PlanFolder.Web("'ap-shanghai'"));

        var result = _shell.Run("Compare-TccReplicationPlan $folder/*.psd1");

        Assert.Single(result.Of<TccReplicationRow>());
        Assert.Equal("InvalidPlan,TencentImageReplication.Commands.CompareTccReplicationPlanCommand", Assert.Single(result.Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void Families_are_selected_by_name_or_wildcard()
    {
        _folder.Write("images.psd1", """
            @{ PlanVersion = 1
               Source   = @{ Region = 'ap-guangzhou' }
               Families = @(
                 @{ Name = 'web'; ImageName = 'golden-web-*'; Targets = @{ Regions = 'ap-shanghai' } }
                 @{ Name = 'db'; ImageName = 'golden-db-*'; Targets = @{ Regions = 'ap-shanghai' } }) }
            """);

        Assert.Equal(["db"], _shell.Run("Compare-TccReplicationPlan $folder/images.psd1 d*").All<TccReplicationRow>().Select(row => row.Family));
        Assert.Empty(_shell.Run("Compare-TccReplicationPlan $folder/images.psd1 -Family x*").All<TccReplicationRow>());
        var missing = _shell.Run("Compare-TccReplicationPlan $folder/images.psd1 -Family WEB, dbs");
        Assert.Equal(["web"], missing.Of<TccReplicationRow>().Select(row => row.Family));
        var error = Assert.Single(missing.Errors);
        Assert.StartsWith("FamilyNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("No plan has the family 'dbs'. The families are: web, db.", error.Exception.Message);
        Assert.Equal(["db", "web"], _shell.Complete($"Compare-TccReplicationPlan {_folder.Path}/images.psd1 -Family ").Select(match => match.CompletionText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_region_that_does_not_respond_is_one_error_and_rows_that_say_so()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'", "Versions = 2"));
        _shell.AddImage("golden-web-2025");
        _shell.Cloud.Faults.Add(Clouds.Refusal("InternalError", "DescribeImages", "ap-shanghai", times: 100));

        var result = _shell.Run("Compare-TccReplicationPlan $folder/images.psd1");

        var rows = result.Of<TccReplicationRow>();
        Assert.Equal(
            ["ap-shanghai Unknown InternalError", "ap-beijing Missing ", "ap-shanghai Unknown InternalError", "ap-beijing Missing "],
            rows.Select(row => $"{row.Region} {row.State} {row.ErrorCode}"));
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("InternalError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.IsType<TccReplicationRow>(error.TargetObject);
    }

    [Fact]
    public void A_role_that_cannot_be_assumed_is_one_error_and_the_own_account_is_compared()
    {
        _folder.Write("images.psd1", """
            @{ PlanVersion = 1
               Source   = @{ Region = 'ap-guangzhou' }
               Accounts = @{ prod = @{ AssumeRoleArn = 'qcs::cam::uin/100000000002:roleName/missing' } }
               Families = @{ Name = 'web'; ImageName = 'golden-web-*'
                             Targets = @{ Regions = 'ap-shanghai' }, @{ Account = 'prod'; Regions = 'ap-shanghai', 'ap-beijing' } } }
            """);

        var result = _shell.Run("Compare-TccReplicationPlan $folder/images.psd1");

        Assert.Equal(
            ["self ap-shanghai Missing", "prod ap-shanghai Unknown", "prod ap-beijing Unknown"],
            result.Of<TccReplicationRow>().Select(row => $"{row.Account} {row.Region} {row.State}"));
        Assert.StartsWith("ResourceNotFound.RoleNotFound,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("@{ PlanVersion = 1 }")]
    [InlineData("[pscustomobject]@{ Name = 'x' }")]
    public void What_is_no_plan_is_an_error(string value) =>
        Assert.Contains(
            Assert.Single(_shell.Run($"Compare-TccReplicationPlan {value}").Errors).FullyQualifiedErrorId.Split(',')[0], (string[])["NotAPlan", "PlanNotFound"]);
}
