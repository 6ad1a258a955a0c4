using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>
/// Writes requests: names unchanged, and no property without a value. Requests are never read, so the generated code needs no
/// metadata of their properties.
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
[JsonSerializable(typeof(TerminateInstancesRequest))]
[JsonSerializable(typeof(DescribeLaunchTemplatesRequest))]
[JsonSerializable(typeof(DescribeLaunchTemplateVersionsRequest))]
[JsonSerializable(typeof(DeleteLaunchTemplateVersionsRequest))]
[JsonSerializable(typeof(ModifyLaunchTemplateDefaultVersionRequest))]
[JsonSerializable(typeof(CreateLaunchTemplateVersionRequest))]
internal sealed partial class CvmRequestJsonContext : JsonSerializerContext;
