using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Files;
using TencentImageReplication.Plans;

namespace TencentImageReplication.Tests.Plans;

/// <summary>Plans in PowerShell data files.</summary>
public sealed class PlanDataReaderTests
{
    [Fact]
    public void Every_kind_of_value_is_read()
    {
        var plan = Read("""
            # A comment, and a block of signatures after it, are no data.
            @{ 'PlanVersion' = 1
               Source   = @{ "Region" = "ap-guangzhou" }
               Accounts = @{ prod = @{ AssumeRoleArn = 'qcs::cam::uin/100000000002:roleName/images' } }
               Families = @(
                 @{ Name      = 'golden-web'
                    ImageName = 'golden-web-*'
                    Targets   = @{ Regions = 'ap-shanghai', 'ap-beijing' }, @{ Account = 'prod'; Regions = ('ap-shanghai') }
                    CarryOver = @('Tag', 'Family'
                                  "Description")
                    Deprecate = $true
                    KeepShared = $FALSE
                    ShareWith = @('100000000003')
                    Retention = @{ KeepVersions = 3; MinimumAgeDays = 14.5 } }
                 @{ Name = 'db'; Tag = @{ role = 'db' }; Targets = @{ Regions = 'ap-nanjing' } }) }
            # SIG # Begin signature block
            """).Plan!;

        var web = plan.Families[0];
        Assert.Equal(["golden-web", "db"], plan.Families.Select(family => family.Name));
        Assert.Equal([(null, "ap-shanghai ap-beijing"), ("prod", "ap-shanghai")], web.Targets.Select(target => (target.Account, string.Join(' ', target.Regions))));
        Assert.Equal(CarriedAttributes.Tag | CarriedAttributes.Family | CarriedAttributes.Description, web.CarryOver);
        Assert.Equal((true, false, new PlanRetention(3, TimeSpan.FromDays(14.5))), (web.Deprecate, web.KeepShared, web.Retention!));
        Assert.Equal([new Tag { Key = "role", Value = "db" }], plan.Families[1].Tags);
    }

    [Theory]
    [InlineData("$env:USERNAME", "$env:USERNAME is not data.")]
    [InlineData("\"golden-$name\"", "\"golden-$name\" is not data.")]
    [InlineData("(Get-Content names.txt)", "Get-Content names.txt is not data.")]
    [InlineData("$(Remove-Item /)", "$(Remove-Item /) is not data.")]
    [InlineData("'a' + 'b'", "'a' + 'b' is not data.")]
    [InlineData("[Environment]::MachineName", "[Environment]::MachineName is not data.")]
    [InlineData("[string]1", "[string]1 is not data.")]
    [InlineData("{ golden }", "{ golden } is not data.")]
    [InlineData("golden", "golden is not data.")]
    [InlineData("'a' | Out-String", "'a' | Out-String is not data.")]
    [InlineData("(Get-Date)", "Get-Date is not data.")]
    public void What_is_not_data_is_a_mistake_with_its_line_and_does_not_run(string value, string mistake)
    {
        var file = Read($$"""
            @{ PlanVersion = 1
               Source   = @{ Region = 'ap-guangzhou' }
               Families = @{
                    Targets = @{ Regions = 'ap-shanghai' }
                    ImageName = 'x'
                    Name = {{value}} } }
            """);

        var problem = Assert.Single(file.Errors);
        Assert.Equal(6, problem.Line);
        Assert.StartsWith(mistake, problem.Text, StringComparison.Ordinal);
        Assert.Null(file.Plan);
    }

    [Theory]
    [InlineData("@{ PlanVersion = 1", 1, "PowerShell cannot parse this: ")]
    [InlineData("\n@{ PlanVersion = 1 }; Get-Date", 2, "The file must contain one table and nothing else")]
    [InlineData("using module x\n@{ PlanVersion = 1 }", 1, "using is not data.")]
    [InlineData("# x\n<# y #> using assembly x.dll\n@{ PlanVersion = 1 }", 2, "using is not data.")]
    [InlineData("@{ PlanVersion = 1 }\nconfiguration x { Import-DscResource -ModuleName x }", 2, "configuration is not data.")]
    [InlineData("#requires -Version 5\n@{ PlanVersion = 1 }", 1, "The file must contain one table and nothing else")]
    [InlineData("param($x) @{ PlanVersion = 1 }", 1, "The file must contain one table and nothing else")]
    [InlineData("", 1, "The file must contain one table and nothing else")]
    [InlineData("'x'", 1, "The plan must be a table of keys and values, not a text in quotes.")]
    public void A_file_that_is_no_table_is_a_mistake(string text, int line, string mistake)
    {
        var problem = Assert.Single(Read(text).Errors);

        Assert.Equal(line, problem.Line);
        Assert.StartsWith(mistake, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_numbers_and_null_are_data_of_the_wrong_kind()
    {
        var file = Read("""
            @{ PlanVersion = 1; Source = @{ Region = 'ap-guangzhou' }
               Families = @{ Name = 'x'; ImageName = 'x'; Targets = @{ Regions = 'ap-shanghai' }
                             Versions = -1
                             Retention = $null } }
            """);

        Assert.Equal(
            ["Families.Versions must be a whole number from 1 to 1000, not -1.", "Families.Retention must be a table of keys and values, not null."],
            file.Errors.Select(problem => problem.Text));
        Assert.Equal([3, 4], file.Errors.Select(problem => problem.Line));
    }

    private static PlanFile Read(string text) => PlanDataReader.Read("images.psd1", text);
}
