using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>
/// How requests are written: names as they are, nothing for what was not given. They are never read, so that the generated
/// code writes them without having to look at their properties first.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DescribeRegionsRequest))]
[JsonSerializable(typeof(DescribeZonesRequest))]
[JsonSerializable(typeof(DescribeZoneInstanceConfigInfosRequest))]
[JsonSerializable(typeof(DescribeImagesRequest))]
[JsonSerializable(typeof(SyncImagesRequest))]
[JsonSerializable(typeof(DescribeImageQuotaRequest))]
[JsonSerializable(typeof(ModifyImageAttributeRequest))]
[JsonSerializable(typeof(DescribeImageSharePermissionRequest))]
[JsonSerializable(typeof(ModifyImageSharePermissionRequest))]
[JsonSerializable(typeof(CreateImageRequest))]
[JsonSerializable(typeof(DeleteImagesRequest))]
[JsonSerializable(typeof(RunInstancesRequest))]
[JsonSerializable(typeof(InquiryPriceRunInstancesRequest))]
[JsonSerializable(typeof(DescribeInstancesRequest))]
internal sealed partial class CvmRequestJsonContext : JsonSerializerContext;
