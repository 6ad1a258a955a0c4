using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>-Confirm, -WhatIf and -DryRun of the copy commands.</summary>
public sealed class CopyConfirmationTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Fact]
    public void WhatIf_names_image_regions_and_size_and_requests_nothing()
    {
        var result = _shell.Run("Get-TccImage -ImageName golden-* | Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing -WhatIf");

        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Equal(0, _shell.CallsOf("SyncImages"));
        Assert.Equal(2, _shell.Host.Lines.Count);
        var web = Assert.Single(_shell.Host.Lines, line => line.Contains("img-gweb2024", StringComparison.Ordinal));
        Assert.Equal(
            "What if: Copy img-gweb2024 ('golden-web-2024', 50 GiB) from ap-guangzhou to ap-shanghai, ap-beijing. "
                + "The 2 copies are billed as 100 GiB of snapshots.",
            web);
        Assert.Contains("600 GiB", Assert.Single(_shell.Host.Lines, line => line != web), StringComparison.Ordinal);
    }

    // A 100 GiB system disk and a 200 GiB data disk.
    [Fact]
    public void All_snapshots_count_wherever_a_size_is_told()
    {
        var result = _shell.Run("Get-TccImage img-gdb02024; Remove-TccImage img-gdb02024 -IncludeSnapshot -WhatIf; Copy-TccCustomImage img-gdb02024 ap-shanghai; Copy-TccCustomImage img-gdb02024 ap-beijing -WhatIf");

        Assert.Equal(300, Assert.Single(result.Of<TccImage>()).SizeGB);
        Assert.Equal(300, Assert.Single(result.Of<TccImageCopy>()).SizeGB);
        Assert.Equal(2, _shell.Host.Lines.Count);
        Assert.All(_shell.Host.Lines, line => Assert.Contains("300 GiB", line, StringComparison.Ordinal));
        Assert.Contains(_shell.Complete("Remove-TccImage img-gdb").Select(match => match.ToolTip), text => text.Contains("300 GiB", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIf_counts_only_new_copies_and_emits_existing_ones()
    {
        var result = _shell.Run("$null = Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage; Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing -WhatIf");

        Assert.True(Assert.Single(result.All<TccImageCopy>()).Reused);
        var line = Assert.Single(_shell.Host.Lines);
        Assert.Contains("to ap-beijing.", line, StringComparison.Ordinal);
        Assert.Contains("50 GiB", line, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_shows_the_new_name_for_shared_images_too()
    {
        using var partner = new CloudShell(SimulatedWorld.Partner);

        Assert.Empty(partner.Run("Copy-TccSharedImage img-gweb2024 -DestinationImageName mine -WhatIf").All<TccImageCopy>());

        var line = Assert.Single(partner.Host.Lines);
        Assert.Contains("to ap-guangzhou as 'mine'", line, StringComparison.Ordinal);
        Assert.Equal(0, partner.CallsOf("SyncImages"));
    }

    [Theory]
    [InlineData("&Yes", 2)]
    [InlineData("&No", 0)]
    [InlineData("Yes to &All", 2)]
    [InlineData("No to A&ll", 0)]
    public void Confirm_prompts_once_for_each_image_and_follows_the_choice(string answer, int copies)
    {
        _shell.Host.Choice = answer;

        var rows = _shell.Run("'img-gweb2024', 'img-gdb02024' | Copy-TccCustomImage -DestinationRegion ap-shanghai -Confirm").All<TccImageCopy>();

        Assert.Equal(copies, rows.Count);
        Assert.Equal(copies, _shell.CallsOf("SyncImages"));
        Assert.Equal(answer.Contains("to", StringComparison.Ordinal) ? 1 : 2, _shell.Host.Questions.Count);
        Assert.Equal(
            "Copy img-gweb2024 ('golden-web-2024', 50 GiB) from ap-guangzhou to ap-shanghai? The copy is billed as 50 GiB of snapshots.",
            _shell.Host.Questions[0]);
    }

    [Fact]
    public void Without_Confirm_there_is_no_prompt()
    {
        _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai");

        Assert.Empty(_shell.Host.Questions);
    }

    [Fact]
    public void A_dry_run_is_checked_by_the_service_and_copies_nothing()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-singapore, ap-beijing -DryRun -AllowCrossBorder");

        Assert.Equal("", _shell.CopiedTo());
        var rows = result.Of<TccImageCopy>();
        Assert.Equal(
            [("ap-beijing", ImageCopyStatus.DryRunPassed), ("ap-shanghai", ImageCopyStatus.DryRunPassed), ("ap-singapore", ImageCopyStatus.Failed)],
            rows.Select(row => (row.Region, row.Status)).Order());
        Assert.All(rows, row => Assert.NotEmpty(row.RequestId!));
        Assert.StartsWith("UnsupportedOperation.Region,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_passes_through_the_whole_line_without_waiting_or_creating_anything()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -DryRun | Wait-TccImage -OutVariable rows | New-TccInstanceFromImage -InstanceType S5.MEDIUM4; $rows[0].Status");

        Assert.Equal(ImageCopyStatus.DryRunPassed, Assert.Single(result.Output).BaseObject);
        Assert.StartsWith("CopyNotUsable,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_shell.Cloud.Instances());
    }

    public void Dispose() => _shell.Dispose();
}
