using System.Management.Automation;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class ImportTccReplicationPlanTests : IDisposable
{
    private readonly PlanFolder _folder = new();
    private readonly Shell _shell = new();

    public ImportTccReplicationPlanTests() => _shell.Set("folder", _folder.Path);

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_plan_is_read_without_a_connection()
    {
        var path = _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'"));

        var plan = Assert.Single(_shell.Run("Import-TccReplicationPlan $folder/images.psd1").All<TccReplicationPlan>());

        Assert.Equal((path, 1, "self", "ap-guangzhou"), (plan.Path, plan.PlanVersion, plan.SourceAccount, plan.SourceRegion));
        Assert.Equal(("web", "", "ap-shanghai; ap-beijing"), ($"{plan.Families}", $"{plan.Accounts}", $"{plan.Regions}"));
        Assert.Equal(path, plan.ToString());
    }

    [Theory]
    [InlineData("Import-TccReplicationPlan $folder/*.psd1, $folder/c.json")]
    [InlineData("'a.psd1', 'b.psd1', 'c.json' | ForEach-Object { \"$folder/$_\" } | Import-TccReplicationPlan")]
    [InlineData("'a.psd1', 'b.psd1', 'c.json' | ForEach-Object { [IO.FileInfo]\"$folder/$_\" } | Import-TccReplicationPlan")]
    [InlineData("Import-TccReplicationPlan -LiteralPath \"$folder/a.psd1\", \"$folder/b.psd1\", \"$folder/c.json\"")]
    public void Several_plans_come_from_paths_wildcards_and_files(string script)
    {
        _folder.Write("a.psd1", PlanFolder.Web("'ap-shanghai'"));
        _folder.Write("b.psd1", PlanFolder.Web("'ap-beijing'"));
        _folder.Write("c.json", """{ "PlanVersion": 1, "Source": { "Region": "ap-guangzhou" }, "Families": { "Name": "j", "ImageName": "x", "Targets": { "Regions": "ap-nanjing" } } }""");

        Assert.Equal(["ap-shanghai", "ap-beijing", "ap-nanjing"], _shell.Run(script).All<TccReplicationPlan>().Select(plan => $"{plan.Regions}"));
    }

    [Fact]
    public void A_file_with_mistakes_is_one_error_with_all_of_them_and_other_files_are_read()
    {
        var bad = _folder.Write("a.psd1", "@{ PlanVersion = 1\n   Source = @{ Region = 'x' }\n   Familie = 1 }");
        _folder.Write("b.psd1", PlanFolder.Web("'ap-shanghai'"));

        var result = _shell.Run("Import-TccReplicationPlan $folder/*.psd1");

        Assert.Equal("ap-shanghai", $"{Assert.Single(result.Of<TccReplicationPlan>()).Regions}");
        var error = Assert.Single(result.Errors);
        Assert.Equal(("InvalidPlan,TencentImageReplication.Commands.ImportTccReplicationPlanCommand", ErrorCategory.InvalidData), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Equal(bad, error.TargetObject);
        var lines = error.Exception.Message.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal($"The plan {bad} has 3 mistakes:", lines[0]);
        Assert.Equal("a.psd1:1: Families is missing.", lines[1]);
        Assert.StartsWith("a.psd1:2: Source.Region: 'x' is not a region ID.", lines[2], StringComparison.Ordinal);
        Assert.Equal("a.psd1:3: Familie is not a valid key. Did you mean Families?", lines[3]);
    }

    [Fact]
    public void An_unknown_region_is_a_warning()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shangai'"));

        var result = _shell.Run("Import-TccReplicationPlan $folder/images.psd1");

        Assert.Single(result.All<TccReplicationPlan>());
        Assert.Equal(
            "images.psd1:5: Families[0].Targets.Regions: this version of the module does not know the region 'ap-shangai'. Did you mean ap-shanghai?",
            Assert.Single(result.Warnings));
    }

    [Theory]
    [InlineData("$folder/missing.psd1", "PlanNotFound")]
    [InlineData("$folder/*.yaml", "PlanNotFound")]
    [InlineData("$folder", "PlanNotFound")]
    [InlineData("Env:/PATH", "PlanNotFound")]
    [InlineData("Nowhere:/x.psd1", "PlanNotFound")]
    [InlineData("$folder/plan.txt", "InvalidPlan")]
    [InlineData("$folder/latin.psd1", "InvalidPlan")]
    [InlineData("$folder/large.json", "InvalidPlan")]
    public void A_file_that_is_no_plan_is_an_error(string path, string id)
    {
        _folder.Write("plan.txt", "x");
        File.WriteAllBytes(Path.Combine(_folder.Path, "latin.psd1"), [(byte)'@', (byte)'{', 0xE4, (byte)'}']);
        _folder.Write("large.json", new string(' ', (1024 * 1024) + 1));

        var result = _shell.Run($"Import-TccReplicationPlan \"{path}\"");

        Assert.Empty(result.Output);
        Assert.StartsWith(id + ",", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_says_the_encoding()
    {
        var text = PlanFolder.Web("'ap-shanghai'").Replace("Name = 'web'", "Name = '黄金'", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Path, "utf16.psd1"), text, System.Text.Encoding.Unicode);
        File.WriteAllText(Path.Combine(_folder.Path, "utf8.psd1"), text, new System.Text.UTF8Encoding(true));
        _folder.Write("plain.psd1", text);

        Assert.All(_shell.Run("Import-TccReplicationPlan $folder/*.psd1").All<TccReplicationPlan>(), plan => Assert.Equal("黄金", $"{plan.Families}"));
    }
}
