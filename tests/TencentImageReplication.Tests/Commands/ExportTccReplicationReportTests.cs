using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class ExportTccReplicationReportTests : IDisposable
{
    private const string Export = "Export-TccReplicationReport $folder/report.html";

    private readonly PlanFolder _folder = new();
    private readonly CloudShell _shell = new();

    public ExportTccReplicationReportTests() => _shell.Set("folder", _folder.Path);

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ConvertTo-CsvRow |")]
    [InlineData("ConvertTo-ClixmlObject |")]
    public void Rows_of_copies_are_reported_live_and_from_files(string saved)
    {
        Run($"Get-TccImage -ImageName golden-web-2024 | Copy-TccCustomImage -DestinationRegion ap-shanghai | Wait-TccImage | {saved} {Export}");

        Assert.Contains("golden-web-2024", Report, StringComparison.Ordinal);
        Assert.Contains("1 / 1", Report, StringComparison.Ordinal);
        Assert.Contains("ready after 20 min", Report, StringComparison.Ordinal);
        Assert.Contains("&#x2B;50&#xA0;GiB by this run", Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ConvertTo-CsvRow |")]
    public void Rows_of_a_plan_are_reported_with_their_differences(string saved)
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'"));

        Run($"Compare-TccReplicationPlan $folder/images.psd1 | {saved} {Export}");

        Assert.Contains("0 / 2", Report, StringComparison.Ordinal);
        Assert.Contains("missing", Report, StringComparison.Ordinal);
        Assert.Contains("To come", Report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_is_enough_for_a_report()
    {
        _folder.Write("images.psd1", PlanFolder.Web("'ap-shanghai', 'ap-beijing'"));
        Run("Sync-TccReplicationPlan $folder/images.psd1 -JournalPath $folder/sync.jsonl | Out-Null");
        File.AppendAllText(Path.Combine(_folder.Path, "sync.jsonl"), "{\"Time\":");

        Run($"{Export} -JournalPath $folder/*.jsonl");

        Assert.Contains("2 / 2", Report, StringComparison.Ordinal);
        Assert.Contains("ready after 20 min", Report, StringComparison.Ordinal);
        Assert.Contains("are not entries", Assert.Single(_shell.Host.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| Out-Null; ")]
    [InlineData("| ")]
    public void The_tests_and_publications_of_a_run_are_in_its_journal_and_shown_once(string rows)
    {
        _shell.Cloud.AddTemplate("api", "img-gdb02024");
        _folder.Write("images.psd1", PlanFolder.Web("'ap-guangzhou'; Publish = @{ LaunchTemplate = 'api' }", "Verify = @{ InstanceType = 'S5.MEDIUM4' }"));
        Run($"Compare-TccReplicationPlan $folder/images.psd1 | {Export}");
        Assert.Contains("</span> not published</span></td><td data-label=\"Reason\">launch template &#x27;api&#x27; starts from img-gdb02024</td>", Report, StringComparison.Ordinal);

        Run($"Sync-TccReplicationPlan $folder/images.psd1 -Publish -Confirm:$false -JournalPath $folder/sync.jsonl {rows}{Export} -JournalPath $folder/sync.jsonl");

        Assert.Contains("1 / 1", Report, StringComparison.Ordinal);
        Assert.Contains("<td data-label=\"Action\">Verify, Publish</td>", Report, StringComparison.Ordinal);
        Assert.Matches("</span> Passed</span></td><td>instance ins-[a-z0-9]+, booted in [0-9]+ s, agent Online", Assert.Single(Report.Split('\n'), line => line.Contains("Passed", StringComparison.Ordinal)));
        Assert.Matches(
            "</span> Published</span></td><td>kind launch template, ID lt-[a-z0-9]+, image before img-gdb02024, version before 1, version 2, published 2026-",
            Assert.Single(Report.Split('\n'), line => line.Contains("> Published<", StringComparison.Ordinal)));
        Assert.Contains("<td>ap-guangzhou</td>", Report, StringComparison.Ordinal);
        Assert.Empty(_shell.Host.Warnings);
    }

    [Fact]
    public void A_failure_has_its_advice_also_from_a_file()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "SyncImages"));

        _shell.Run($"Get-TccImage -ImageName golden-web-2024 | Copy-TccCustomImage -DestinationRegion ap-shanghai | ConvertTo-CsvRow | {Export}");

        Assert.Contains("<code>UnauthorizedOperation</code>", Report, StringComparison.Ordinal);
        Assert.Contains("What to do: </strong>", Report, StringComparison.Ordinal);
        Assert.Contains("Request ID:", Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_objects_are_errors_and_the_report_is_written()
    {
        var result = _shell.Run($"Get-TccImage -ImageName golden-web-2024 | {Export}");

        Assert.StartsWith("NotAReportRow,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The command received no rows.", Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ConvertTo-CsvRow |")]
    [InlineData("ConvertTo-ClixmlObject |")]
    public void Tests_of_images_and_publications_have_sections_of_their_own(string saved)
    {
        _shell.Set("rows", new object[]
        {
            new TccImageTest { ImageName = "golden-web", Region = "ap-shanghai", BootedIn = TimeSpan.FromSeconds(80), Price = 0.12, Currency = "USD" },
            new TccImagePublication { TargetId = "lt-9bxebleo", TargetName = "web-template", Region = "ap-shanghai", PublishedAt = _shell.Time.GetUtcNow() },
        });

        Run($"$rows | {saved} {Export}");

        Assert.Contains("booted in 80 s, price 0.12 USD", Report, StringComparison.Ordinal);
        Assert.Contains("web-template", Report, StringComparison.Ordinal);
        Assert.Contains("published 2026-11-23 16:00", Report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_replaced_unless_NoClobber()
    {
        var path = _folder.Write("report.html", "before");

        var refused = _shell.Run($"{Export} -NoClobber");

        Assert.StartsWith("ReportExists,", Assert.Single(refused.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
        Run(Export);
        Assert.StartsWith("<!DOCTYPE html>", Report, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_writes_nothing_and_PassThru_emits_the_file()
    {
        Run($"{Export} -WhatIf");
        Assert.False(File.Exists(Path.Combine(_folder.Path, "report.html")));

        Assert.Equal("report.html", Assert.Single(_shell.Run($"{Export} -PassThru").All<FileInfo>()).Name);
    }

    [Theory]
    [InlineData("$folder/none/report.html", "", "ReportNotWritten,")]
    [InlineData("$folder/report.html", "-JournalPath $folder/none.jsonl", "JournalNotRead,")]
    public void Files_that_cannot_be_used_are_errors(string path, string more, string id) => Assert.StartsWith(
        id, Assert.Single(_shell.Run($"Export-TccReplicationReport {path} {more}").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    private string Report => File.ReadAllText(Path.Combine(_folder.Path, "report.html"));

    private void Run(string script) => Assert.Empty(_shell.Run(script).Errors);
}
