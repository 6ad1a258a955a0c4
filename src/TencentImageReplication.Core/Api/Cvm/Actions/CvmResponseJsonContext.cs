using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>Reads responses: names unchanged, unknown fields skipped, numbers also accepted as text.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DescribeRegionsResponse))]
[JsonSerializable(typeof(DescribeZonesResponse))]
[JsonSerializable(typeof(DescribeZoneInstanceConfigInfosResponse))]
[JsonSerializable(typeof(DescribeImagesResponse))]
[JsonSerializable(typeof(SyncImagesResponse))]
[JsonSerializable(typeof(DescribeImageQuotaResponse))]
[JsonSerializable(typeof(ModifyImageAttributeResponse))]
[JsonSerializable(typeof(DescribeImageSharePermissionResponse))]
[JsonSerializable(typeof(ModifyImageSharePermissionResponse))]
[JsonSerializable(typeof(CreateImageResponse))]
[JsonSerializable(typeof(DeleteImagesResponse))]
[JsonSerializable(typeof(RunInstancesResponse))]
[JsonSerializable(typeof(InquiryPriceRunInstancesResponse))]
[JsonSerializable(typeof(DescribeInstancesResponse))]
[JsonSerializable(typeof(TerminateInstancesResponse))]
[JsonSerializable(typeof(DescribeLaunchTemplatesResponse))]
[JsonSerializable(typeof(DescribeLaunchTemplateVersionsResponse))]
[JsonSerializable(typeof(DeleteLaunchTemplateVersionsResponse))]
[JsonSerializable(typeof(ModifyLaunchTemplateDefaultVersionResponse))]
[JsonSerializable(typeof(CreateLaunchTemplateVersionResponse))]
internal sealed partial class CvmResponseJsonContext : JsonSerializerContext;
