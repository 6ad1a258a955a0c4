using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Requests;

/// <summary>
/// The lost responses to a request that has no ClientToken. Before each retry, the caller must find out whether the request took
/// effect.
/// </summary>
/// <param name="Count">The number of lost responses.</param>
/// <param name="Last">The last one; null for none.</param>
internal sealed record LostResponses(int Count, TencentCloudException? Last)
{
    /// <summary>The number of lost responses after which the request is not sent again.</summary>
    public const int Max = 3;

    /// <summary>No lost responses.</summary>
    public static LostResponses None { get; } = new(0, null);

    /// <summary>The time that a new image may take to become visible.</summary>
    public static TimeSpan VisibilityWindow { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The largest clock difference that the service accepts in a request.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The pauses between two searches for a new image.</summary>
    public static Backoff SearchBackoff { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));

    /// <summary>True when a response was lost.</summary>
    public bool Any => Last is not null;

    /// <summary>True when the request may be sent again.</summary>
    public bool MayRetry => Count < Max;

    /// <summary>Adds a lost response.</summary>
    public LostResponses With(TencentCloudException lost) => new(Count + 1, lost);

    /// <summary>Creates the error for a request whose effect could not be found out.</summary>
    /// <param name="region">The region of the affected image.</param>
    /// <param name="effect">The effect in question, after "whether".</param>
    /// <param name="reason">The reason why it could not be found out.</param>
    /// <param name="advice">The advice for the user.</param>
    public TencentCloudException OutcomeUnknown(string region, string effect, string reason, string advice)
    {
        var lost = Last ?? throw new InvalidOperationException("No response was lost.");
        return new TencentCloudException(
            lost.Kind,
            ClientErrorCodes.OutcomeUnknown,
            Localized.Text(
                $"It is not known whether {effect}: there was no response to the request ({lost.Code}), and its effect could not be checked "
                    + $"since ({reason}). {advice}",
                $"无法确定{effect}：请求未收到响应（{lost.Code}），之后也无法查询（{reason}）。{advice}"),
            lost.Action,
            region,
            lost.RequestId,
            mayHaveActed: true,
            lost);
    }
}
