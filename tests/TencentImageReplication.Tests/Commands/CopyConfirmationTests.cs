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

        Assert.Equal(4, result.Of<TccImageCopy>().Count(row => row.Status == ImageCopyStatus.WouldCopy));
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
        Assert.Equal([300, 300], result.Of<TccImageCopy>().Select(row => row.SizeGB));
        Assert.Equal(2, _shell.Host.Lines.Count);
        Assert.All(_shell.Host.Lines, line => Assert.Contains("300 GiB", line, StringComparison.Ordinal));
        Assert.Contains(_shell.Complete("Remove-TccImage img-gdb").Select(match => match.ToolTip), text => text.Contains("300 GiB", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIf_counts_only_new_copies_and_emits_all_rows()
    {
        var result = _shell.Run("$null = Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage; Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing -WhatIf");

        Assert.Equal(
            [("ap-beijing", ImageCopyStatus.WouldCopy, false, false), ("ap-shanghai", ImageCopyStatus.Completed, true, true)],
            result.All<TccImageCopy>().Select(row => (row.Region, row.Status, row.Reused, row.Ready)).Order());
        var line = Assert.Single(_shell.Host.Lines);
        Assert.Contains("to ap-beijing.", line, StringComparison.Ordinal);
        Assert.Contains("50 GiB", line, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_shows_the_new_name_for_shared_images_too()
    {
        using var partner = new CloudShell(SimulatedWorld.Partner);

        var row = Assert.Single(partner.Run("Copy-TccSharedImage img-gweb2024 -DestinationImageName mine -WhatIf").All<TccImageCopy>());

        Assert.Equal((ImageCopyStatus.WouldCopy, "mine", "ap-guangzhou", (string?)null), (row.Status, row.ImageName, row.Region, row.ImageId));
        var line = Assert.Single(partner.Host.Lines);
        Assert.Contains("to ap-guangzhou as 'mine'", line, StringComparison.Ordinal);
        Assert.Equal(0, partner.CallsOf("SyncImages"));
    }

    [Fact]
    public void A_row_of_WhatIf_is_complete_except_for_the_copy()
    {
        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 ap-shanghai -CarryOver Tag -WhatIf").All<TccImageCopy>());

        Assert.Equal((ImageCopyStatus.WouldCopy, false, "golden-db-2024", "ap-guangzhou", 300), (row.Status, row.Ready, row.ImageName, row.SourceRegion, row.SizeGB));
        Assert.Equal((TccCarryOver.Tag, (string?)null, (string?)null), (row.CarryOver, row.ImageId, row.ErrorCode));
        Assert.Null(row.RequestedAt);
        Assert.Null(row.CompletedAt);
    }

    [Fact]
    public void WhatIf_of_the_whole_session_has_rows_and_errors_as_well()
    {
        var result = _shell.Run("$WhatIfPreference = $true; Copy-TccCustomImage img-gweb2024 ap-guangzhou, ap-shanghai, ap-singapore");

        Assert.Equal(
            [("ap-guangzhou", ImageCopyStatus.Source), ("ap-shanghai", ImageCopyStatus.WouldCopy), ("ap-singapore", ImageCopyStatus.Failed)],
            result.Of<TccImageCopy>().Select(row => (row.Region, row.Status)).Order());
        Assert.StartsWith("CrossBorderNotEnabled,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Copy-TccCustomImage img-deleted1 ap-shanghai -WhatIf")]
    [InlineData("Copy-TccCustomImage img-deleted1 -Encrypt -WhatIf")]
    [InlineData("Copy-TccSharedImage img-deleted1 -WhatIf")]
    [InlineData("Get-TccImage img-gweb2024 -OutVariable image | Out-Null; Remove-TccImage img-gweb2024 -Unshare -Confirm:$false; $image | Copy-TccCustomImage -DestinationRegion ap-shanghai -WhatIf")]
    public void WhatIf_for_an_image_that_does_not_exist_is_an_error(string script)
    {
        var result = _shell.Run(script);

        Assert.Equal(ImageCopyStatus.Failed, Assert.Single(result.Of<TccImageCopy>()).Status);
        Assert.StartsWith("ImageNotFound,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(_shell.Host.Lines, line => line.StartsWith("What if: Copy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ConvertTo-CsvRow |")]
    [InlineData("ConvertTo-ClixmlObject |")]
    public void Rows_of_WhatIf_can_be_collected_and_copied(string saved)
    {
        var planned = _shell.Run("$planned = Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing -DestinationImageName web -WhatIf; $planned").All<TccImageCopy>();
        Assert.Equal(2, planned.Count);

        var copied = _shell.Run($"$planned | {saved} Copy-TccCustomImage | Wait-TccImage").All<TccImageCopy>();

        Assert.Equal(
            [("ap-beijing", "web", ImageCopyStatus.Completed), ("ap-shanghai", "web", ImageCopyStatus.Completed)],
            copied.Select(row => (row.Region, row.ImageName, row.Status)).Order());
        Assert.Equal(1, _shell.CallsOf("SyncImages"));
    }

    [Theory]
    [InlineData("Copy-TccCustomImage img-gdb02024 -Encrypt -DestinationImageName secret", "Copy-TccCustomImage -Encrypt", false)]
    [InlineData("Copy-TccSharedImage img-gweb2024 -DestinationImageName mine", "Copy-TccSharedImage", true)]
    public void Rows_of_WhatIf_can_be_copied_by_each_command(string script, string again, bool isPartner)
    {
        using var shell = new CloudShell(isPartner ? SimulatedWorld.Partner : SimulatedWorld.Owner);

        var copied = Assert.Single(shell.Run($"{script} -WhatIf | {again} | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal((ImageCopyStatus.Completed, "ap-guangzhou", false), (copied.Status, copied.Region, copied.Reused));
    }

    [Theory]
    [InlineData("$planned")]
    [InlineData("$planned | ConvertTo-CsvRow")]
    [InlineData("$planned | ConvertTo-ClixmlObject")]
    public void Waiting_passes_rows_of_WhatIf_through(string rows)
    {
        var result = _shell.Run($"$planned = Copy-TccCustomImage img-gweb2024 ap-shanghai -WhatIf; {rows} | Wait-TccImage");

        Assert.Empty(result.Errors);
        Assert.Equal(ImageCopyStatus.WouldCopy, Assert.Single(result.Of<TccImageCopy>()).Status);
    }

    [Theory]
    [InlineData("New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -WhatIf")]
    [InlineData("ConvertTo-CsvRow | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("Grant-TccImageSharePermission -AccountId 100000000002")]
    [InlineData("Get-TccImageSharePermission")]
    [InlineData("Set-TccImage -Deprecated")]
    [InlineData("ConvertTo-CsvRow | Set-TccImage -Deprecated")]
    [InlineData("Remove-TccImage -Confirm:$false")]
    [InlineData("Copy-TccCustomImage -DestinationRegion ap-beijing -WhatIf")]
    [InlineData("Copy-TccCustomImage -Encrypt -WhatIf")]
    public void Commands_that_need_an_image_skip_rows_of_WhatIf(string command)
    {
        _shell.Run("$planned = Copy-TccCustomImage img-gweb2024 ap-shanghai -WhatIf");

        var result = _shell.Run($"$planned | {command} -Verbose 4>&1");

        Assert.Empty(result.Errors);
        Assert.Contains("The copy of img-gweb2024 to 'ap-shanghai' was not requested because of -WhatIf. Skipping it.", result.Output.Select(line => line.ToString()));
        Assert.Empty(result.Of<TccInstance>());
    }

    [Fact]
    public void The_copy_of_a_row_of_WhatIf_cannot_be_copied_on()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -WhatIf | Copy-TccCustomImage -DestinationRegion ap-beijing");

        Assert.StartsWith("CopyNotUsable,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
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
