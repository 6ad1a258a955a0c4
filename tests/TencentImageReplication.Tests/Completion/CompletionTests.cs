using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Completion;

public sealed class CompletionTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData("Get-TccImage -Region guang", "ap-guangzhou, ap-guangzhou-open")]
    [InlineData("Get-TccImage -Region ap-b*", "ap-beijing, ap-beijing-fsi, ap-bangkok")]
    [InlineData("Get-TccImage -Region 'ap-sing", "'ap-singapore'")]
    [InlineData("Connect-TccAccount -Region moscow", "eu-moscow")]
    [InlineData("Get-TccRegion -DestinationFor jakarta", "ap-jakarta")]
    public void Regions_are_found_by_any_part_of_their_IDs(string typed, string expected) => Assert.Equal(expected, Complete(typed));

    [Theory]
    [InlineData("Copy-TccCustomImage img-gweb2024 -DestinationRegion guang", "ap-guangzhou-open")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -Region ap-beijing -DestinationRegion guang", "ap-guangzhou, ap-guangzhou-open")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -DestinationRegion singapore", "")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -AllowCrossBorder -DestinationRegion singapore", "ap-singapore")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -AllowCrossBorder -DestinationRegion mumbai", "")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -Region ap-shanghai-fsi -DestinationRegion fsi", "ap-shenzhen-fsi, ap-beijing-fsi")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-beijing, ap-b", "")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-beijing", "ap-beijing")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-tianjin, ap-beijing", "ap-beijing")]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-tianj", "ap-tianjin")]
    [InlineData("Get-TccImage -Region ap-tokyo | Copy-TccCustomImage -DestinationRegion s*", "sa-saopaulo")]
    [InlineData("Get-TccImage -Region ap-tokyo, ap-beijing | Where-Object State -eq NORMAL | Copy-TccCustomImage -DestinationRegion shang", "ap-shanghai")]
    public void Destinations_are_regions_that_the_image_can_be_copied_to(string typed, string expected) => Assert.Equal(expected, Complete(typed));

    [Theory]
    [InlineData("Get-TccImage ", "img-building, img-gdb02024, img-gweb2024, img-win02022")]
    [InlineData("Copy-TccCustomImage -ImageId ", "img-gdb02024, img-gweb2024, img-win02022")]
    [InlineData("Copy-TccCustomImage -ImageId golden", "img-gdb02024, img-gweb2024")]
    [InlineData("Copy-TccSharedImage -ImageId ", "")]
    [InlineData("Wait-TccImage -ImageId app", "img-building")]
    [InlineData("New-TccInstanceFromImage img-w", "img-win02022")]
    [InlineData("Get-TccImage -Region ap-beijing -ImageId ", "")]
    public void Image_IDs_are_found_by_ID_or_by_name(string typed, string expected) => Assert.Equal(expected, Complete(typed));

    [Fact]
    public void An_image_ID_has_a_tooltip_with_the_image()
    {
        var match = Assert.Single(_shell.Complete("Wait-TccImage img-gw"));

        Assert.Equal("golden-web-2024 (NORMAL, 50 GiB, TencentOS, ap-guangzhou)", match.ToolTip);
    }

    [Fact]
    public void The_specified_connection_is_used()
    {
        _shell.Set("partner", Clouds.Connect(_shell.Cloud, SimulatedWorld.Partner));

        Assert.Equal("img-gweb2024", Complete("Copy-TccSharedImage -Context $partner -ImageId "));
        Assert.Equal("", Complete("Copy-TccSharedImage -Context (Get-TccContext) -ImageId g"));
    }

    [Theory]
    [InlineData("Get-TccImage -ImageName ", "app-next, golden-db-2024, golden-web-2024, win-base-2022")]
    [InlineData("Get-TccImage -ImageName *base", "win-base-2022")]
    [InlineData("Get-TccImage -ImageType Shared -ImageName ", "")]
    [InlineData("Get-TccImage -State S", "SYNCING")]
    [InlineData("New-TccInstanceFromImage -Zone ", "ap-guangzhou-3, ap-guangzhou-4, ap-guangzhou-6, ap-guangzhou-7")]
    [InlineData("New-TccInstanceFromImage -InstanceType S6.MEDIUM4 -Zone ", "ap-guangzhou-7")]
    [InlineData("New-TccInstanceFromImage -InstanceType medium", "S5.MEDIUM2, S5.MEDIUM4, S5.MEDIUM8, S6.MEDIUM4, SA2.MEDIUM4, SR1.MEDIUM4")]
    [InlineData("New-TccInstanceFromImage -Zone ap-guangzhou-3 -InstanceType s6", "")]
    [InlineData("Connect-TccAccount -Simulated -SimulatedScenario copy", "vanishing-copy")]
    [InlineData("New-TccInstanceFromImage -SystemDiskType BSSD", "CLOUD_BSSD")]
    [InlineData("Get-TccImage | Copy-TccCustomImage -DestinationRegion ap-shanghai | New-TccInstanceFromImage -Zone *2", "ap-shanghai-2")]
    public void Other_values_are_found_too(string typed, string expected) => Assert.Equal(expected, Complete(typed));

    [Theory]
    [InlineData("Get-TccImage -ImageFamily ", "golden-web")]
    [InlineData("Set-TccImage img-gdb02024 -ImageFamily gold", "golden-web")]
    [InlineData("New-TccImage -ImageFamily web", "golden-web")]
    [InlineData("Get-TccImage -Platform ", "TencentOS, Ubuntu, Windows")]
    [InlineData("Get-TccImage -ImageType Public -Platform deb", "Debian")]
    [InlineData("Get-TccImage -Tag ", "'env=prod', 'team=data', 'team=web'")]
    [InlineData("Get-TccImage -Tag 'team", "'team=data', 'team=web'")]
    [InlineData("Set-TccImage -Tag web", "'team=web'")]
    [InlineData("New-TccImage -Tag env", "'env=prod'")]
    [InlineData("New-TccInstanceFromImage -Tag env", "'env=prod'")]
    [InlineData("Grant-TccImageSharePermission img-gdb02024 -AccountId ", "'100000000002'")]
    [InlineData("Get-TccImageSharePermission -AccountId ", "'100000000002'")]
    [InlineData("Revoke-TccImageSharePermission img-gdb02024 -AccountId ", "")]
    [InlineData("Get-TccImage | Revoke-TccImageSharePermission -AccountId ", "'100000000002'")]
    public void Families_platforms_tags_and_accounts_are_those_of_the_images(string typed, string expected) => Assert.Equal(expected, Complete(typed));

    [Fact]
    public void A_tag_has_a_tooltip_with_its_images_and_the_mark_of_a_copy_is_none()
    {
        _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage | Set-TccImage -Tag env=test");

        Assert.Equal("golden-db-2024", Assert.Single(_shell.Complete("Get-TccImage -Tag data")).ToolTip);
        Assert.Equal("'env=test'", Complete("Get-TccImage -Region ap-shanghai -Tag "));
    }

    [Fact]
    public void An_instance_type_has_a_tooltip_with_its_size() =>
        Assert.Equal("2 vCPU, 4 GiB", Assert.Single(_shell.Complete("New-TccInstanceFromImage -InstanceType S5.MEDIUM4")).ToolTip);

    [Fact]
    public void Instances_are_found_by_name()
    {
        _shell.Run("$made = New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -KeepImageLogin -InstanceName web-7 -Confirm:$false");

        var match = Assert.Single(_shell.Complete("New-TccInstanceFromImage -LikeInstanceId web"));

        Assert.StartsWith("ins-", match.CompletionText, StringComparison.Ordinal);
        Assert.StartsWith("web-7 (", match.ToolTip, StringComparison.Ordinal);
        Assert.Equal(match.CompletionText, Complete("Get-TccInstance "));
    }

    [Theory]
    [InlineData("golden web", "'golden web'")]
    [InlineData("web's", "'web''s'")]
    [InlineData("2024", "'2024'")]
    [InlineData("web [1]*", "'web `[1`]`*'")]
    [InlineData("黄金-1", "黄金-1")]
    [InlineData("a\u001b[2Jb\n$(x)", "'a?`[2Jb?$(x)'")]
    public void Names_are_quoted_and_escaped(string name, string expected)
    {
        _shell.Cloud.AddImage(new SimulatedImage { ImageId = "img-named001", ImageName = name, Region = SimulatedWorld.Region, AccountId = SimulatedWorld.Owner.AccountId });

        var match = Assert.Single(_shell.Complete("Get-TccImage -ImageName "), item => item.ToolTip.Contains("img-named001", StringComparison.Ordinal));

        Assert.Equal(expected, match.CompletionText);
        Assert.Equal("img-named001", Assert.Single(_shell.Run($"Get-TccImage -ImageName {expected}").All<TccImage>()).ImageId);
        Assert.DoesNotContain(match.ListItemText + match.ToolTip, c => char.IsControl(c));
    }

    [Fact]
    public void Results_are_remembered()
    {
        Complete("Wait-TccImage ");
        var calls = _shell.Cloud.Calls.Count;

        Assert.Equal("img-gweb2024", Complete("Copy-TccCustomImage img-gw"));

        Assert.Equal(calls, _shell.Cloud.Calls.Count);
    }

    [Fact]
    public void Without_a_connection_only_the_regions_of_the_module_are_suggested()
    {
        using var shell = new Shell();

        Assert.Equal("ap-tokyo", Text(shell.Complete("Copy-TccCustomImage img-x -DestinationRegion tokyo")));
        Assert.Equal("", Text(shell.Complete("Copy-TccCustomImage img-")));
    }

    [Theory]
    [InlineData(FaultKind.ConnectionRefused)]
    [InlineData(FaultKind.ProxyPage)]
    [InlineData(FaultKind.StalledBody)]
    public void A_service_that_is_down_is_no_error(FaultKind kind)
    {
        _shell.Cloud.Faults.Add(new FaultRule(new Fault(kind)) { Times = int.MaxValue });

        Assert.Equal("", Complete("Copy-TccCustomImage img-"));
        Assert.Equal("", Complete("New-TccInstanceFromImage -Zone ap-"));
        Assert.Equal("ap-tianjin", Complete("Copy-TccCustomImage img-gweb2024 -DestinationRegion tianj"));
        Assert.Empty(_shell.Run("$Error").Output);
    }

    public void Dispose() => _shell.Dispose();

    private string Complete(string typed) => Text(_shell.Complete(typed));

    private static string Text(IEnumerable<CompletionResult> matches) => string.Join(", ", matches.Select(match => match.CompletionText));
}
