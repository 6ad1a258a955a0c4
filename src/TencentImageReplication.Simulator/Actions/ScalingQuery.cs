using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The IDs, filters and page of a list of auto scaling: at most 100 IDs, or at most ten filters of five values.</summary>
internal sealed record ScalingQuery(IReadOnlyList<string> Ids, IReadOnlyList<Filter> Filters, Page Page)
{
    private const int MaxIds = 100;
    private const int MaxValues = 5;

    /// <summary>Reads a query.</summary>
    /// <param name="context">The request.</param>
    /// <param name="idsName">The name of the parameter with the IDs.</param>
    /// <param name="filterNames">The names of the filters.</param>
    /// <param name="tags">True when there are filters on tags.</param>
    /// <param name="codes">The error codes.</param>
    public static ScalingQuery Read(ActionContext context, string idsName, IReadOnlyCollection<string> filterNames, bool tags, ScalingQueryCodes codes)
    {
        var ids = context.Parameters.Texts(idsName);
        var filterCodes = new FilterCodes("InvalidParameterValue.InvalidFilter", codes.TooMany, "LimitExceeded.FilterValuesTooLong");
        var filters = Filter.Read(context.Parameters, filterNames, tags, MaxValues, filterCodes);
        if (ids.Count > 0 && filters.Count > 0)
            throw new ServiceException(codes.Conflict, $"{idsName}, Filters");
        if (ids.Count > MaxIds)
            throw new ServiceException(codes.TooMany, idsName);
        foreach (var id in ids)
            codes.CheckId(id);
        foreach (var filter in filters)
            ScalingFilterRules.Check(filter);
        return new ScalingQuery(ids, filters, Page.Read(context.Parameters, codes.TooMany));
    }

    /// <summary>Returns true for an object with this ID that passes all filters.</summary>
    public bool Includes(string id, Func<Filter, bool> passes) => (Ids.Count == 0 || Ids.Contains(id)) && Filters.All(passes);
}
