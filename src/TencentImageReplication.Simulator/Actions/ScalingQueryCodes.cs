using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The error codes for a wrong query of a list of auto scaling, which differ between the actions.</summary>
/// <param name="Prefix">The prefix of the IDs.</param>
/// <param name="Malformed">The code for an ID of another form; null when such an ID is just not found.</param>
/// <param name="Conflict">The code for IDs together with filters.</param>
/// <param name="TooMany">The code for too many IDs or filters, and for a page out of range.</param>
internal sealed record ScalingQueryCodes(string Prefix, string? Malformed, string Conflict, string TooMany)
{
    public void CheckId(string id)
    {
        if (Malformed is not null && !IdFormat.Fits(Prefix, id))
            throw new ServiceException(Malformed, id);
    }
}
