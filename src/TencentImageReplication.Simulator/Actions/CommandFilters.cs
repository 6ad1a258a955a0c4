using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Reads the filters of the automation service: at most 10 with 5 values each. Each of its actions has its own codes.</summary>
internal static class CommandFilters
{
    private const int MaxFilters = 10;
    private const int MaxValues = 5;
    private const string Unknown = "InvalidParameterValue.InvalidFilter";

    /// <summary>Reads the filters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="tooMany">The code for too many filters.</param>
    /// <param name="tooManyValues">The code for too many values.</param>
    /// <param name="names">The names of the filters.</param>
    public static IReadOnlyList<Filter> Read(Parameters parameters, string tooMany, string tooManyValues, params string[] names)
    {
        var filters = parameters.Objects("Filters").Select(filter => new Filter(filter.Text("Name"), filter.Texts("Values"))).ToList();
        if (filters.Count > MaxFilters)
            throw new ServiceException(tooMany, "Filters");
        if (filters.Find(filter => !names.Contains(filter.Name)) is { } unknown)
            throw new ServiceException(Unknown, unknown.Name);
        return filters.Find(filter => filter.Values.Count > MaxValues) is { } full ? throw new ServiceException(tooManyValues, full.Name) : filters;
    }

    /// <summary>Refuses a value that is not one of these.</summary>
    public static void CheckValues(IEnumerable<Filter> filters, string name, params string[] values)
    {
        if (filters.Where(filter => filter.Name == name).SelectMany(filter => filter.Values).FirstOrDefault(value => !values.Contains(value)) is { } wrong)
            throw new ServiceException(Unknown, wrong);
    }

    /// <summary>Returns the values of a filter.</summary>
    public static IEnumerable<string> ValuesOf(IEnumerable<Filter> filters, string name) =>
        filters.Where(filter => filter.Name == name).SelectMany(filter => filter.Values);
}
