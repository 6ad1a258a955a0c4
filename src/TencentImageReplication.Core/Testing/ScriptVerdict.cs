using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Testing;

/// <summary>Judges the end of a script.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Code">The error code; empty if it passed.</param>
/// <param name="Message">The error message.</param>
internal sealed record ScriptVerdict(BootTestStatus Status, string Code = "", string Message = "")
{
    private static readonly string[] UnderWay = ["PENDING", "DELIVERING", "DELIVER_DELAYED", "RUNNING", "CANCELLING"];

    /// <summary>Checks that a status is a final one.</summary>
    public static bool IsOver(string status) => !UnderWay.Contains(status);

    /// <summary>Judges a command.</summary>
    /// <param name="task">The command; null if it was never seen.</param>
    /// <param name="expected">The text that the output must contain; null for any output.</param>
    public static ScriptVerdict Of(InvocationTask? task, string? expected) => task?.TaskStatus switch
    {
        "SUCCESS" => JudgeOutput(task, expected),
        "FAILED" => new(BootTestStatus.Failed, BootTestCodes.ScriptFailed, Localized.Text(
            $"The script ended with exit code {task.TaskResult?.ExitCode}.", $"脚本以退出码 {task.TaskResult?.ExitCode} 结束。")),
        "START_FAILED" => new(BootTestStatus.Failed, BootTestCodes.ScriptFailed, Localized.Text(
            $"The script could not be started: {task.ErrorInfo}", $"脚本无法启动：{task.ErrorInfo}")),
        "TIMEOUT" => new(BootTestStatus.Failed, BootTestCodes.ScriptTimedOut, Localized.Text(
            "The script did not end within the time limit of the test.", "脚本未在测试时限内结束。")),
        _ => new(BootTestStatus.Inconclusive, BootTestCodes.ScriptNotFinished, Localized.Text(
            $"The script has no result ({task?.TaskStatus ?? "-"}). {task?.ErrorInfo}", $"脚本没有结果（{task?.TaskStatus ?? "-"}）。{task?.ErrorInfo}").TrimEnd()),
    };

    private static ScriptVerdict JudgeOutput(InvocationTask task, string? expected)
    {
        if (expected is null || (task.TaskResult is { } result && ScriptOutput.Read(result).Contains(expected)))
            return new(BootTestStatus.Passed);
        return task.TaskResult?.Dropped > 0
            ? new(BootTestStatus.Inconclusive, BootTestCodes.ScriptOutputCut, Localized.Text(
                "The expected text is not in the part of the output that the service keeps.", "服务保留的部分输出中没有预期文本。"))
            : new(BootTestStatus.Failed, BootTestCodes.ScriptOutputDifferent, Localized.Text(
                "The output of the script does not contain the expected text.", "脚本输出不包含预期文本。"));
    }
}
