using System.Text.RegularExpressions;
using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>Texts of a pipeline with the UI culture zh-CN in a process with another one.</summary>
public sealed partial class ChineseTests : IDisposable
{
    private readonly SimulatedCloud _cloud = Clouds.Create();
    private readonly Shell _shell;

    public ChineseTests() => _shell = new Shell(Clouds.Connect(_cloud));

    [Fact]
    public void A_broken_rule_has_a_Chinese_error_from_a_worker_thread()
    {
        var error = Assert.Single(Run("Copy-TccCustomImage img-gweb2024 ap-singapore").Errors);

        Assert.StartsWith("CrossBorderNotEnabled,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("跨境复制", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("'ap-singapore'", error.ErrorDetails.Message.Replace('“', '\'').Replace('”', '\''), StringComparison.Ordinal);
        Assert.Contains("-AllowCrossBorder", error.Advice(), StringComparison.Ordinal);
        Assert.Matches(Chinese(), error.Advice());
    }

    [Fact]
    public void Verbose_messages_of_worker_threads_are_Chinese()
    {
        var verbose = Run("$null = Copy-TccCustomImage img-gweb2024 ap-shanghai; Copy-TccCustomImage img-gweb2024 ap-shanghai -Verbose").Verbose;

        Assert.Contains(verbose, text => text.Contains("已是名为“golden-web-2024”的副本", StringComparison.Ordinal));
        Assert.All(verbose, text => Assert.Matches(Chinese(), text));
    }

    [Fact]
    public void A_failed_request_is_reported_with_code_action_and_request_ID()
    {
        _cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeImages"));

        var error = Assert.Single(Run("Get-TccImage").Errors);

        Assert.Matches("（UnauthorizedOperation，DescribeImages，ap-guangzhou，请求 ID [-0-9A-Fa-f]+）$", error.Exception.Message);
        Assert.Contains("访问管理（CAM）", error.Advice(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_Chinese() => Assert.Contains(
        Run("Get-TccImage -Region ap-nowhere").Warnings,
        text => text == "此版本的模块未收录地域“ap-nowhere”，仍会发送请求。");

    [Fact]
    public void WhatIf_is_Chinese()
    {
        Run("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing -DestinationImageName web -WhatIf");

        Assert.Contains(
            "将 img-gweb2024（“golden-web-2024”，50 GiB）从 ap-guangzhou 复制到 ap-shanghai、ap-beijing，副本名称为“web”。"
                + "2 个副本按 100 GiB 快照计费。",
            Assert.Single(_shell.Host.Lines),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_is_Chinese()
    {
        // The label of the choice comes from PowerShell, which has no Chinese here.
        _shell.Host.Choice = "&No";

        Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Confirm");

        var question = Assert.Single(_shell.Host.Questions);
        Assert.Matches("^是否在 ap-guangzhou(（可用区 .*）)? 使用镜像 img-gweb2024 创建 1 台 S5.MEDIUM4 实例？费用：每小时 .* CNY。$", question);
        Assert.Empty(_cloud.Instances());
    }

    [Fact]
    public void A_refused_argument_has_a_Chinese_error()
    {
        var error = Assert.Single(Run("Get-TccImage -ImageId nonsense").Errors);

        Assert.Contains("“nonsense”不是有效的镜像 ID。镜像 ID 形如", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "zh-CN")]
    [InlineData("-Language en-US", "en-US")]
    public void Requests_ask_for_Chinese_unless_Language_says_otherwise(string parameters, string expected) => Assert.Equal(
        expected, Assert.Single(Run($"Connect-TccAccount -Simulated {parameters} -PassThru").All<TccContext>()).Language);

    [Fact]
    public void Requests_ask_for_English_in_other_cultures() => Assert.Equal(
        "en-US", Assert.Single(Run("Connect-TccAccount -Simulated -PassThru", "de-DE").All<TccContext>()).Language);

    // The culture belongs to the thread of the pipeline.
    private ShellResult Run(string script, string culture = "zh-CN") =>
        _shell.Run($"[Threading.Thread]::CurrentThread.CurrentUICulture = '{culture}'; {script}");

    public void Dispose() => _shell.Dispose();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
