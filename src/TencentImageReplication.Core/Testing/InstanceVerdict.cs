using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Testing;

/// <summary>Judges an instance on which no script could run.</summary>
internal static class InstanceVerdict
{
    /// <summary>An instance that did not become <c>RUNNING</c>: one that could not be started is a failure of the image.</summary>
    /// <param name="result">The result so far.</param>
    /// <param name="instance">The instance; null if it was never visible.</param>
    public static BootTestResult NotRunning(BootTestResult result, Instance? instance) => instance?.InstanceState == InstanceStates.LaunchFailed
        ? result.With(
            BootTestStatus.Failed,
            BootTestCodes.LaunchFailed,
            Localized.Text(
                $"The instance could not be created. {VisibleText.Of(instance.LatestOperationErrorMsg)}",
                $"实例创建失败。{VisibleText.Of(instance.LatestOperationErrorMsg)}").TrimEnd())
        : result.With(
            BootTestStatus.Inconclusive,
            BootTestCodes.NotRunning,
            Localized.Text(
                $"The instance was not running within the time limit of the test ({instance?.InstanceState ?? "-"}).",
                $"实例未在测试时限内变为运行中（{instance?.InstanceState ?? "-"}）。"));

    /// <summary>An instance without an agent: the system may not have started, or the agent may not be installed.</summary>
    public static BootTestResult AgentNotOnline(BootTestResult result, TimeSpan timeout) => result.With(
        BootTestStatus.Inconclusive,
        BootTestCodes.AgentNotOnline,
        Localized.Text(
            $"The automation agent was not online within {timeout.TotalSeconds} s. The system may not have started, or the image may not have the agent.",
            $"自动化助手未在 {timeout.TotalSeconds} 秒内上线。系统可能未启动，或者镜像中没有安装自动化助手。"));
}
