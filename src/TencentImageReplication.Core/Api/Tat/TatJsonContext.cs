using System.Text.Json.Serialization;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>Writes requests without the properties that have no value, and reads responses, numbers also as text.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DescribeAutomationAgentStatusRequest))]
[JsonSerializable(typeof(DescribeAutomationAgentStatusResponse))]
[JsonSerializable(typeof(RunCommandRequest))]
[JsonSerializable(typeof(RunCommandResponse))]
[JsonSerializable(typeof(DescribeInvocationTasksRequest))]
[JsonSerializable(typeof(DescribeInvocationTasksResponse))]
internal sealed partial class TatJsonContext : JsonSerializerContext;
