using System.Globalization;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Report.Tests.Support;

/// <summary>The reports that are looked at in a browser.</summary>
internal static class SampleReports
{
    /// <summary>Names that break pages which do not encode them.</summary>
    internal static readonly string[] HostileNames =
    [
        "<script>document.title='broken'</script>",
        "\"><img src=x onerror=\"document.title='broken'\">",
        "'-->]]></style></title><svg/onload=document.title='broken'>",
        "{{ style }}{% raw %}{% endraw %}{{ 7 | times: 6 }}",
        "\u202egnissecorp\u202c \u200b\u0007\u001b[31m",
        "שרת-אינטרנט 网页服务器 ‫مرحبا‬",
        new string('W', 3000),
        "golden web  &amp; &lt;b&gt; \ud800",
        "javascript:alert(1)",
    ];

    /// <summary>A plan with all states, boot tests and publications.</summary>
    internal static ReportRows Small()
    {
        var rows = Reports.Rows(
            SampleRow.Plan("golden-web", "golden-web-2026-11", "ap-shanghai", "Missing", "Completed").With("RequestedAt", "2026-11-23T16:00:10Z").With("CompletedAt", "2026-11-23T16:14:10Z"),
            SampleRow.Plan("golden-web", "golden-web-2026-11", "ap-beijing", "Missing", "Requested").With("RequestedAt", "2026-11-23T16:00:10Z"),
            SampleRow.Plan("golden-web", "golden-web-2026-11", "ap-singapore", "Missing", "Failed").With("ErrorCode", "ImageQuotaLimitExceeded")
                .With("ErrorMessage", Localized.Text("The image quota of the region is exceeded.", "该地域的镜像数量超过配额。")).With("RequestId", "5a8e0c5f-2b5f-4d0c-9a63-0d3f4c0b9f11"),
            SampleRow.Plan("golden-web", "golden-web-2026-08", "ap-shanghai", "Surplus", "Removed").With("Action", "Remove").With("Reason", Localized.Text("version 4 of 3", "第 4 个版本，保留 3 个")),
            SampleRow.Plan("golden-web", "golden-web-2026-07", "ap-shanghai", "Held", "Unchanged").With("Reason", Localized.Text("in use by ins-9bxebleo", "被 ins-9bxebleo 使用")),
            SampleRow.Plan("golden-db", "golden-db-2026-10", "ap-shanghai", "InSync", "Unchanged"),
            SampleRow.Plan("golden-db", "golden-db-2026-10", "ap-beijing", "Stale", "Completed")
                .With("Reason", Localized.Text("img-a1b2c3d4, an earlier copy, has the name", "名称被较早的副本 img-a1b2c3d4 占用"))
                .With("RequestedAt", "2026-11-23T16:01:00Z").With("CompletedAt", "2026-11-23T16:31:00Z"),
            SampleRow.Plan("golden-db", "golden-db-2026-10", "ap-singapore", "Different").With("Action", "Update").With("Reason", Localized.Text("tag env: test instead of prod", "标签 env：应为 prod，实为 test")),
            SampleRow.Plan("golden-api", "golden-api-2026-11", "ap-shanghai", "Outdated").With("Action", "Verify, Publish")
                .With("Reason", Localized.Text("launch template 'api' starts from img-f3set29u", "启动模板“api”使用 img-f3set29u")),
            SampleRow.Plan("golden-api", "golden-api-2026-11", "ap-beijing", "Outdated", "Completed").With("Action", "Verify, Publish"),
            SampleRow.Plan("win-2022", "win-2022-11", "ap-shanghai", "Unknown").With("ErrorCode", "ClientError.NetworkError").With("ErrorMessage", Localized.Text("The connection failed.", "连接失败。")),
            SampleRow.Plan("win-2022", "win-2022-11", "ap-beijing", "Blocked").With("Reason", Localized.Text("quota of 10 images reached", "已达到 10 个镜像的配额")));
        Assert.True(rows.Add(Test("golden-web-2026-11", "Passed").Columns));
        Assert.True(rows.Add(Test("golden-db-2026-10", "Failed").With("ErrorCode", "ScriptFailed").With("ErrorMessage", Localized.Text("The script ended with 1.", "脚本的退出码为 1。")).Columns));
        Assert.True(rows.Add(Publication().Columns));
        return rows;
    }

    /// <summary>60 images in 20 regions.</summary>
    internal static ReportRows Large()
    {
        string[] states = ["Completed", "Completed", "Completed", "Completed", "Completed", "Completed", "Copying", "Completed", "Failed", "TimedOut"];
        var regions = RegionCatalog.All.Where(region => !region.IsLegacy).Select(region => region.Id).Where(id => !id.EndsWith("-ec", StringComparison.Ordinal)).Take(20).ToList();
        Assert.Equal(20, regions.Count);
        return Reports.Rows(
            from image in Enumerable.Range(0, 60)
            from region in regions.Index()
            let place = (image * 7) + (region.Index * 3)
            let status = place % 29 < 25 ? "Completed" : states[place % states.Length]
            let start = new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero).AddSeconds((image * 40) + (region.Index * 11))
            select SampleRow.Copy($"golden-{(image % 2 == 0 ? "web" : "database")}-{image:00}", region.Item, status)
                .With("RequestedAt", start.ToString("o", CultureInfo.InvariantCulture))
                .With("CompletedAt", status == "Completed" ? start.AddMinutes(10 + (place % 19)).ToString("o", CultureInfo.InvariantCulture) : "")
                .With("ErrorCode", status == "Failed" ? (place % 2 == 0 ? "ImageQuotaLimitExceeded" : "InternalError") : "")
                .With("ErrorMessage", status == "Failed" ? Localized.Text("The service refused the copy.", "服务拒绝了复制请求。") : "")
                .With("RequestId", status == "Failed" ? "5a8e0c5f-2b5f-4d0c-9a63-0d3f4c0b9f11" : ""));
    }

    /// <summary>Hostile texts in every column.</summary>
    internal static ReportRows Hostile()
    {
        var rows = Reports.Rows(HostileNames.SelectMany(name => new[]
        {
            SampleRow.Copy(name, "ap-shanghai"),
            SampleRow.Copy(name, "ap-beijing", "Failed").With("ErrorCode", name).With("ErrorMessage", name).With("RequestId", name),
            SampleRow.Plan(name, name, "ap-shanghai", "Different", account: "self").With("Reason", name).With("Action", name),
            SampleRow.Plan(name, name + "2", name, "Missing", account: name),
        }));
        foreach (var name in HostileNames)
        {
            Assert.True(rows.Add(Test(name, name).With("ScriptOutput", $"first\n{name}").Columns));
            Assert.True(rows.Add(Publication().With("TargetName", name).With("PreviousVersion", name).Columns));
        }

        return rows;
    }

    private static SampleRow Test(string name, string status) => new()
    {
        ["ImageName"] = name,
        ["ImageId"] = "img-6zwtsce3",
        ["AccountId"] = "",
        ["Region"] = "ap-shanghai",
        ["InstanceId"] = "ins-" + name,
        ["BootedIn"] = "00:01:20",
        ["AgentStatus"] = "Online",
        ["ScriptStatus"] = status == "Passed" ? "SUCCESS" : "FAILED",
        ["ScriptOutput"] = status == "Passed" ? "" : "nginx: configuration file test failed\nexit code 1",
        ["Price"] = "0.12",
        ["Currency"] = "USD",
        ["Status"] = status,
    };

    private static SampleRow Publication() => new()
    {
        ["Region"] = "ap-shanghai",
        ["Kind"] = "LaunchTemplate",
        ["TargetId"] = "lt-9bxebleo",
        ["TargetName"] = "web-template",
        ["PreviousImageId"] = "img-f3set29u",
        ["ImageId"] = "img-6zwtsce3",
        ["PreviousVersion"] = "3",
        ["Version"] = "4",
        ["Status"] = "Published",
        ["PublishedAt"] = "2026-11-23T16:20:00Z",
    };
}
