using System.Globalization;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class GetTccImageUsageTests : IDisposable
{
    private const string Web = SimulatedWorld.WebImageId;
    private const string Database = SimulatedWorld.DatabaseImageId;

    private readonly CloudShell _shell = new();

    [Fact]
    public void The_uses_of_all_custom_images_are_rows()
    {
        _shell.Cloud.AddInstance("ins-00000001", Web);
        _shell.Cloud.AddInstance("ins-00000002", "img-eb30mz89");
        var template = _shell.Cloud.AddTemplate("web", Database, Web);
        var configuration = _shell.Cloud.AddConfiguration("web-asc", Database);

        var rows = _shell.Run("Get-TccImageUsage").All<TccImageUsage>();

        Assert.Equal(
            [
                (Database, TccImageUsageKind.LaunchTemplateVersion, template.LaunchTemplateId, "web", false, "version 1"),
                (Database, TccImageUsageKind.LaunchConfiguration, configuration.LaunchConfigurationId, "web-asc", null, ""),
                (Web, TccImageUsageKind.Instance, "ins-00000001", "name of ins-00000001", null, "RUNNING"),
                (Web, TccImageUsageKind.LaunchTemplateVersion, template.LaunchTemplateId, "web", (bool?)true, "version 2"),
            ],
            rows.Select(row => (row.ImageId!, row.Kind, row.Id!, row.Name!, row.IsDefault, row.Detail!)).Order());
        Assert.All(rows, row => Assert.Equal((SimulatedWorld.Owner.AccountId, "ap-guangzhou"), (row.AccountId, row.Region)));
        Assert.Equal("golden-db-2024", rows.First(row => row.ImageId == Database).ImageName);
    }

    [Theory]
    [InlineData("Get-TccImageUsage img-gweb2024")]
    [InlineData("'img-gweb2024', '' | Get-TccImageUsage")]
    [InlineData("Get-TccImage img-gweb2024 | Get-TccImageUsage")]
    [InlineData("Get-TccImage img-gweb2024 | ConvertTo-CsvRow | Get-TccImageUsage")]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-guangzhou, ap-beijing | Where-Object Ready | Get-TccImageUsage")]
    [InlineData("Get-TccImageUsage -Region ap-beijing, ap-guangzhou -ImageId img-gweb2024")]
    public void Images_and_ids_are_taken_from_the_pipeline(string script)
    {
        _shell.Cloud.AddInstance("ins-00000001", Web);
        _shell.Cloud.AddInstance("ins-00000002", Database);

        Assert.Equal("ins-00000001", Assert.Single(_shell.Run(script).All<TccImageUsage>()).Id);
    }

    [Theory]
    [InlineData("$null | Get-TccImageUsage")]
    [InlineData("Get-TccImageUsage ''")]
    [InlineData("Copy-TccCustomImage img-gdb02024 ap-shanghai -WhatIf | Get-TccImageUsage")]
    [InlineData("Get-TccImageUsage img-win02022")]
    public void No_image_and_no_use_are_no_row(string script)
    {
        _shell.Cloud.AddInstance("ins-00000001", Web);

        Assert.Empty(_shell.Run(script).All<TccImageUsage>());
    }

    [Fact]
    public void A_copy_is_searched_for_in_its_region()
    {
        var copy = _shell.AddImage("golden-web-2024", "ap-shanghai");
        _shell.Cloud.AddInstance("ins-00000001", copy.ImageId, "ap-shanghai");

        var row = Assert.Single(_shell.Run("Get-TccImage -Region ap-guangzhou, ap-shanghai | Get-TccImageUsage").All<TccImageUsage>());

        Assert.Equal((copy.ImageId, "ap-shanghai"), (row.ImageId, row.Region));
        Assert.Equal(2, _shell.CallsOf("DescribeInstances"));
    }

    [Fact]
    public void An_image_that_was_deleted_is_an_error_and_what_names_it_is_a_row()
    {
        var template = _shell.Cloud.AddTemplate("web", "img-deleted1");

        var result = _shell.Run("Get-TccImageUsage img-deleted1, img-gweb2024");

        Assert.Equal((template.LaunchTemplateId, null), Assert.Single(result.Of<TccImageUsage>().Select(row => (row.Id, row.ImageName))));
        Assert.StartsWith("ImageNotFound,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_is_a_row_of_the_kind_Unknown()
    {
        _shell.Cloud.AddInstance("ins-00000001", Web);
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeLaunchConfigurations", "ap-guangzhou", times: 100));

        var rows = _shell.Run("Get-TccImageUsage -Region ap-guangzhou, ap-beijing").All<TccImageUsage>();

        Assert.Equal([TccImageUsageKind.Instance, TccImageUsageKind.Unknown], rows.Select(row => row.Kind));
        var unknown = rows[1];
        Assert.Equal((null, null, "ap-guangzhou", "LaunchConfiguration"), (unknown.ImageId, unknown.Id, unknown.Region, unknown.Name));
        Assert.StartsWith("UnauthorizedOperation: ", unknown.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_whose_images_cannot_be_read_is_an_error()
    {
        _shell.Cloud.AddInstance("ins-00000001", Web);
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeImages", "ap-beijing", times: 100));

        var result = _shell.Run("Get-TccImageUsage -Region ap-beijing, ap-guangzhou");

        Assert.Equal("ap-beijing", Assert.Single(result.Errors).TargetObject);
        Assert.Equal("ins-00000001", Assert.Single(result.Of<TccImageUsage>()).Id);
    }

    [Fact]
    public void Without_the_account_there_is_a_warning()
    {
        _shell.Cloud.AddInstance("ins-00000001", Web);
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "GetCallerIdentity", times: 100));

        var result = _shell.Run("Get-TccImageUsage");

        Assert.Null(Assert.Single(result.All<TccImageUsage>()).AccountId);
        Assert.Contains("AccountId is empty", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Details_are_in_the_language_of_the_session()
    {
        _shell.Cloud.AddTemplate("web", Web);
        _shell.Set("culture", CultureInfo.GetCultureInfo("zh-CN"));

        var row = Assert.Single(_shell.Run("[Threading.Thread]::CurrentThread.CurrentUICulture = $culture; Get-TccImageUsage").All<TccImageUsage>());

        Assert.Equal("版本 1", row.Detail);
    }

    public void Dispose() => _shell.Dispose();
}
