using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The part of a list that a request asks for: by default the first 20 items, at most 100.</summary>
internal sealed record Page(long Offset, long Limit)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public static Page Read(Parameters parameters, string errorCode)
    {
        var page = new Page(parameters.Number("Offset", 0), parameters.Number("Limit", DefaultLimit));
        if (page.Offset < 0)
            throw new ServiceException(errorCode, "Offset");
        if (page.Limit is < 1 or > MaxLimit)
            throw new ServiceException(errorCode, "Limit");
        return page;
    }

    public bool IsLast(int total) => Offset + Limit >= total;

    public IEnumerable<T> Of<T>(IReadOnlyList<T> all) => all.Skip((int)Math.Min(Offset, int.MaxValue)).Take((int)Limit);
}
