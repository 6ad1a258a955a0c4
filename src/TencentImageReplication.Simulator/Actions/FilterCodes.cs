namespace TencentImageReplication.Simulator.Actions;

/// <summary>The error codes for wrong filters, which differ between the services.</summary>
/// <param name="Unknown">The code for a name that is no filter of the action.</param>
/// <param name="TooManyFilters">The code for more than ten filters.</param>
/// <param name="TooManyValues">The code for a filter with too many values.</param>
internal sealed record FilterCodes(string Unknown, string TooManyFilters, string TooManyValues)
{
    /// <summary>The codes of CVM.</summary>
    public static FilterCodes Cvm { get; } = new("InvalidFilter", "InvalidParameterValue.LimitExceeded", "InvalidFilterValue.LimitExceeded");
}
