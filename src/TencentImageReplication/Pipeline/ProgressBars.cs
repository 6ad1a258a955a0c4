using System.Management.Automation;
using System.Management.Automation.Host;

namespace TencentImageReplication.Pipeline;

/// <summary>
/// The progress bars that a command shows. When a downstream command, an error or Ctrl+C ends the command, it cannot write to its streams any
/// more, so the host itself removes them.
/// </summary>
internal sealed class ProgressBars(PSCmdlet command)
{
    // Beyond the numbers that PowerShell gives to commands: the host removes the bars of this command only.
    private static long _lastSource = 1L << 40;

    private readonly long _source = Interlocked.Increment(ref _lastSource);
    private readonly bool _isHidden = IsHidden(command);
    private readonly Dictionary<int, ProgressRecord> _shown = [];

    /// <summary>Shows a bar, changes it or removes it. Only for the pipeline thread.</summary>
    internal void Write(ProgressRecord progress)
    {
        if (progress.RecordType == ProgressRecordType.Completed)
            _shown.Remove(progress.ActivityId);
        else
            _shown[progress.ActivityId] = progress;
        command.CommandRuntime.WriteProgress(_source, progress);
    }

    /// <summary>Removes the bars that are left. Only for the pipeline thread.</summary>
    internal void Remove()
    {
        foreach (var bar in Left())
            Write(Completed(bar));
    }

    /// <summary>Removes the bars that are left, when the command cannot write any more.</summary>
    internal void End(PSHost? host)
    {
        foreach (var bar in _isHidden ? [] : Left())
            host?.UI?.WriteProgress(_source, Completed(bar));
        _shown.Clear();
    }

    // Some hosts keep the children of a completed bar.
    private ProgressRecord[] Left() => [.. _shown.Values.OrderByDescending(bar => bar.ActivityId)];

    /// <summary>Returns the record that removes a bar.</summary>
    internal static ProgressRecord Completed(ProgressRecord bar) => new(bar.ActivityId, bar.Activity, bar.StatusDescription)
    {
        ParentActivityId = bar.ParentActivityId,
        RecordType = ProgressRecordType.Completed,
    };

    private static bool IsHidden(PSCmdlet command) => LanguagePrimitives.TryConvertTo(
        command.MyInvocation.BoundParameters.TryGetValue("ProgressAction", out var given) ? given : command.GetVariableValue("ProgressPreference"),
        out ActionPreference preference) && preference is ActionPreference.SilentlyContinue or ActionPreference.Ignore;
}
