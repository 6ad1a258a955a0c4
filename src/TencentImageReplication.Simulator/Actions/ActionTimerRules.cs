using System.Globalization;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the action timer of new instances. Source: the type <c>ActionTimer</c> of Tencent's API metadata.</summary>
internal static class ActionTimerRules
{
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(5);

    /// <summary>Returns the time at which the instances are deleted; null without a timer.</summary>
    public static DateTimeOffset? Read(Parameters parameters, DateTimeOffset now)
    {
        if (parameters.Object("ActionTimer") is not { } timer)
            return null;
        if (timer.Text("TimerAction") != nameof(TerminateInstances))
            throw new ServiceException("InvalidParameterValue", "ActionTimer.TimerAction");
        var text = timer.Text("ActionTime");
        if (!DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw new ServiceException("InvalidParameterValue.InvalidTimeFormat", text);
        return time > now + Least ? time : throw new ServiceException("InvalidParameterValue", "ActionTimer.ActionTime");
    }
}
