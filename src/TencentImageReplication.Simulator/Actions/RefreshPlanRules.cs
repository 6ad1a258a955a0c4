using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the settings of a refresh.</summary>
internal static class RefreshPlanRules
{
    private const int DefaultTimeout = 1800;
    private const string InvalidValue = "InvalidParameterValue";

    /// <summary>Reads the settings of a request.</summary>
    /// <param name="parameters">The parameters of the request.</param>
    /// <param name="instances">The number of instances to refresh.</param>
    /// <param name="isRollback">True for a rollback, which creates no additional instances.</param>
    public static RefreshPlan Read(Parameters parameters, int instances, bool isRollback)
    {
        var settings = parameters.Object("RefreshSettings")!.Value;
        var rolling = settings.Object("RollingUpdateSettings")!.Value;
        var batches = rolling.Number("BatchNumber", 0);
        if (batches < 1)
            throw new ServiceException(InvalidValue, "RefreshSettings.RollingUpdateSettings.BatchNumber");
        if (batches > instances)
            throw new ServiceException("InvalidParameterValue.BatchNumberTooLarge", FormattableString.Invariant($"{batches} > {instances}"));
        var surge = rolling.Number("MaxSurge", 0);
        if (surge < 0 || (surge > 0 && isRollback))
            throw new ServiceException(InvalidValue, "RefreshSettings.RollingUpdateSettings.MaxSurge");
        var largestBatch = (instances + batches - 1) / batches;
        if (surge > largestBatch)
            throw new ServiceException("InvalidParameterValue.MaxSurgeTooLarge", FormattableString.Invariant($"{surge} > {largestBatch}"));
        var timeout = settings.Number("CheckInstanceTargetHealthTimeout", DefaultTimeout);
        if (timeout is < 60 or > 7200)
            throw new ServiceException(InvalidValue, "RefreshSettings.CheckInstanceTargetHealthTimeout");
        return new RefreshPlan(
            (int)batches,
            OneOf(rolling, "BatchPause", RefreshPlan.Automatic, RefreshPlan.FirstBatchPause, RefreshPlan.BatchIntervalPause),
            OneOf(rolling, "FailProcess", RefreshPlan.FailPause, RefreshPlan.FailRollback, RefreshPlan.FailCancel),
            (int)surge,
            settings.Flag("CheckInstanceTargetHealth"),
            (int)timeout);
    }

    /// <summary>Reads the mode: to reinstall instances, or to replace them.</summary>
    public static string Mode(Parameters parameters) => OneOf(parameters, "RefreshMode", RefreshActivity.Reset, RefreshActivity.Replace);

    private static string OneOf(Parameters parameters, string name, params string[] values)
    {
        var value = parameters.Text(name, values[0]);
        return values.Contains(value) ? value : throw new ServiceException(InvalidValue, name);
    }
}
