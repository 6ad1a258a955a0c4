namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>One condition of a query. Filters are joined by AND, the values of one filter by OR.</summary>
public sealed record Filter
{
    /// <summary>The field to compare, such as <c>image-type</c> or <c>tag:env</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The values that match.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
