using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>Writes requests without the properties that have no value, and reads responses, numbers also as text.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DescribeLaunchConfigurationsRequest))]
[JsonSerializable(typeof(DescribeLaunchConfigurationsResponse))]
[JsonSerializable(typeof(DescribeAutoScalingGroupsRequest))]
[JsonSerializable(typeof(DescribeAutoScalingGroupsResponse))]
[JsonSerializable(typeof(ModifyLaunchConfigurationAttributesRequest))]
[JsonSerializable(typeof(ModifyLaunchConfigurationAttributesResponse))]
[JsonSerializable(typeof(StartInstanceRefreshRequest))]
[JsonSerializable(typeof(StartInstanceRefreshResponse))]
[JsonSerializable(typeof(StopInstanceRefreshRequest))]
[JsonSerializable(typeof(StopInstanceRefreshResponse))]
[JsonSerializable(typeof(ResumeInstanceRefreshRequest))]
[JsonSerializable(typeof(ResumeInstanceRefreshResponse))]
[JsonSerializable(typeof(RollbackInstanceRefreshRequest))]
[JsonSerializable(typeof(RollbackInstanceRefreshResponse))]
[JsonSerializable(typeof(DescribeRefreshActivitiesRequest))]
[JsonSerializable(typeof(DescribeRefreshActivitiesResponse))]
[JsonSerializable(typeof(DescribeAutoScalingInstancesRequest))]
[JsonSerializable(typeof(DescribeAutoScalingInstancesResponse))]
internal sealed partial class AutoScalingJsonContext : JsonSerializerContext;
