using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>Writes requests without the properties that have no value, and reads responses, numbers also as text.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DescribeLaunchConfigurationsRequest))]
[JsonSerializable(typeof(DescribeLaunchConfigurationsResponse))]
[JsonSerializable(typeof(DescribeAutoScalingGroupsRequest))]
[JsonSerializable(typeof(DescribeAutoScalingGroupsResponse))]
internal sealed partial class AutoScalingJsonContext : JsonSerializerContext;
