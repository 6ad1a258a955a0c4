using System.Text.Json.Serialization;
using TencentImageReplication.Core.Cvm.Actions;

namespace TencentImageReplication.Core.Cvm;

/// <summary>
/// How requests are written and answers read: names as they are, nothing written for what was not given, unknown
/// fields skipped, numbers also accepted as text.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DescribeRegionsRequest))]
[JsonSerializable(typeof(DescribeRegionsResponse))]
[JsonSerializable(typeof(DescribeZonesRequest))]
[JsonSerializable(typeof(DescribeZonesResponse))]
[JsonSerializable(typeof(DescribeZoneInstanceConfigInfosRequest))]
[JsonSerializable(typeof(DescribeZoneInstanceConfigInfosResponse))]
[JsonSerializable(typeof(DescribeImagesRequest))]
[JsonSerializable(typeof(DescribeImagesResponse))]
[JsonSerializable(typeof(SyncImagesRequest))]
[JsonSerializable(typeof(SyncImagesResponse))]
[JsonSerializable(typeof(DescribeImageQuotaRequest))]
[JsonSerializable(typeof(DescribeImageQuotaResponse))]
[JsonSerializable(typeof(ModifyImageAttributeRequest))]
[JsonSerializable(typeof(ModifyImageAttributeResponse))]
[JsonSerializable(typeof(DescribeImageSharePermissionRequest))]
[JsonSerializable(typeof(DescribeImageSharePermissionResponse))]
[JsonSerializable(typeof(ModifyImageSharePermissionRequest))]
[JsonSerializable(typeof(ModifyImageSharePermissionResponse))]
[JsonSerializable(typeof(CreateImageRequest))]
[JsonSerializable(typeof(CreateImageResponse))]
[JsonSerializable(typeof(DeleteImagesRequest))]
[JsonSerializable(typeof(DeleteImagesResponse))]
[JsonSerializable(typeof(RunInstancesRequest))]
[JsonSerializable(typeof(RunInstancesResponse))]
[JsonSerializable(typeof(InquiryPriceRunInstancesRequest))]
[JsonSerializable(typeof(InquiryPriceRunInstancesResponse))]
[JsonSerializable(typeof(DescribeInstancesRequest))]
[JsonSerializable(typeof(DescribeInstancesResponse))]
internal sealed partial class CvmJsonContext : JsonSerializerContext;
