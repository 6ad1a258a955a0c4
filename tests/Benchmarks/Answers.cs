using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Benchmarks;

/// <summary>Answers of the service with so many images in pages of 100.</summary>
internal static class Answers
{
    public const int PageSize = 100;

    /// <summary>Returns the page at an offset of a list.</summary>
    public static byte[] Page(int offset, int total)
    {
        var images = Enumerable.Range(offset, Math.Min(PageSize, total - offset)).Select(index => (JsonNode)new JsonObject
        {
            ["ImageId"] = $"img-{index:00000000}",
            ["ImageName"] = $"golden-{index}",
            ["OsName"] = "TencentOS Server 3.1 (TK4)",
            ["ImageType"] = "PRIVATE_IMAGE",
            ["CreatedTime"] = "2026-08-01T12:00:00Z",
            ["ImageDescription"] = "The web server",
            ["ImageSize"] = 50,
            ["Architecture"] = "x86_64",
            ["ImageState"] = "NORMAL",
            ["Platform"] = "TencentOS",
            ["ImageCreator"] = "100000000001",
            ["ImageSource"] = "CREATE_IMAGE",
            ["SyncPercent"] = null,
            ["IsSupportCloudinit"] = true,
            ["SnapshotSet"] = new JsonArray(new JsonObject { ["SnapshotId"] = "snap-00000001", ["DiskUsage"] = "SYSTEM_DISK", ["DiskSize"] = 50 }),
            ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "env", ["Value"] = "prod" }),
            ["LicenseType"] = "TencentCloud",
            ["ImageFamily"] = "golden-web",
            ["ImageDeprecated"] = false,
        });
        var response = new JsonObject { ["Response"] = new JsonObject { ["TotalCount"] = total, ["ImageSet"] = new JsonArray([.. images]), ["RequestId"] = "bench" } };
        return Encoding.UTF8.GetBytes(response.ToJsonString());
    }

    /// <summary>The least that reading a page can take: the images of it, read as the client reads them.</summary>
    public static int Bare(byte[] page)
    {
        using var document = JsonDocument.Parse(page);
        var response = document.RootElement.GetProperty("Response");
        return ModelReader.Read<DescribeImagesResponse>(response).ImageSet.Count;
    }
}
