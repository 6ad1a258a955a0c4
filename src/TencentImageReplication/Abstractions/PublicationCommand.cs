using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that publish images, and undo that: they collect their input, and work at the end.</summary>
public abstract class PublicationCommand : TccCloudCmdlet
{
    private bool _isWorking;

    private protected override string? Interrupted() => _isWorking ? Messages.RolloutStopped() : null;

    /// <summary>The options that both commands have.</summary>
    /// <param name="connection">The connection that the rows are of.</param>
    private protected RolloutOptions BaseOptions(CommandConnection connection) => new()
    {
        WhatIf = IsWhatIf(),
        ConfirmAsync = step => ConfirmAsync(Messages.Publication(step)),
        Emit = row => PostRow(PublicationRows.ToOutput(row, connection == Own ? null : connection.Context)),
        Report = report => PostProgress(RefreshProgressView.Of(report)),
    };

    /// <summary>Runs the work, and writes its rows.</summary>
    private protected void Work(Func<CancellationToken, Task> work)
    {
        _isWorking = !IsWhatIf();
        TryRun(work, target: null);
        _isWorking = false;
        RemoveBars();
    }

    /// <summary>Returns the ID of the account; null if it cannot be read.</summary>
    private protected async Task<string?> FindAccountAsync(CommandConnection connection, string region, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.CreateAccount().GetIdAsync(region, cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            PostVerbose(Messages.OwnAccountNotRead(exception.Message));
            return null;
        }
    }
}
