namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>One condition of a query. Filters are joined by AND, the values of one filter by OR.</summary>
public sealed record ScalingFilter
{
    /// <summary>The field to compare, such as <c>auto-scaling-group-id</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The values that match.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
