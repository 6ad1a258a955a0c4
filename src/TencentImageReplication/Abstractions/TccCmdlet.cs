using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Session;

namespace TencentImageReplication.Abstractions;

/// <summary>
/// Base of all commands: cancellation, output from any thread, and connecting.
/// </summary>
/// <remarks>
/// The <c>Post…</c> methods can be called from any thread; the pipeline thread writes their output when it drains or
/// pumps. All other methods are for the pipeline thread.
/// </remarks>
public abstract class TccCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly PipelinePump _pump = new();
    private CommandScope? _scope;
    private EngineThreads? _threads;
    private int _warned;
    private ProgressBars? _bars;

    /// <summary>Cancelled by Ctrl+C, by a downstream command that stops the pipeline, and at the end.</summary>
    internal CancellationToken CancellationToken { get; }

    /// <summary>The log and the language of this command, for the work that is done for it. Created on the pipeline thread.</summary>
    private protected CommandScope Scope =>
        _scope ??= new CommandScope(Post, IsSeen("Verbose"), IsSeen("Debug"), CultureInfo.CurrentUICulture);

    /// <summary>The threads that the work of the command runs on.</summary>
    private protected EngineThreads Threads
    {
        get => _threads ?? EngineThreads.Pool;
        set => _threads = value;
    }

    /// <summary>Creates the command.</summary>
    protected TccCmdlet() => CancellationToken = _cancellation.Token;

    /// <summary>Returns true if a parameter was specified.</summary>
    private protected bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Posts an object to the output stream.</summary>
    private protected void PostOutput(object? value) => _pump.Post(() => WriteObject(value));

    /// <summary>Posts an action that runs when the output before it is written, and never if the command ends earlier.</summary>
    private protected void PostWritten(Action action) => _pump.Post(action);

    /// <summary>Posts a non-terminating error.</summary>
    private protected void PostError(ErrorRecord error) => _pump.Post(() => WriteError(error));

    /// <summary>Posts an object and its errors.</summary>
    private protected void PostRow(OutputRow row)
    {
        if (row.Value is not null)
            PostOutput(row.Value);
        foreach (var error in row.Errors)
            PostError(error);
    }

    /// <summary>Posts a warning.</summary>
    private protected void PostWarning(string text) => _pump.Post(() => WriteWarning(text));

    /// <summary>Posts to the verbose stream.</summary>
    private protected void PostVerbose(string text) => _pump.Post(() => WriteVerbose(text));

    /// <summary>Posts to the debug stream.</summary>
    private protected void PostDebug(string text) => _pump.Post(() => WriteDebug(text));

    /// <summary>Posts a progress bar, which is removed however the command ends.</summary>
    private protected void PostProgress(ProgressRecord progress) => _pump.Post(() => (_bars ??= new ProgressBars(this)).Write(progress));

    /// <summary>Removes the progress bars. Only for the pipeline thread.</summary>
    private protected void RemoveBars() => _bars?.Remove();

    /// <summary>Removes the progress bars after what was posted before. Can be called from any thread.</summary>
    private protected void PostBarsRemoved() => _pump.Post(RemoveBars);

    /// <summary>Runs a function on the pipeline thread, such as <c>ShouldProcess</c>. Can be called from any other thread.</summary>
    private protected Task<T> InvokeOnPipelineAsync<T>(Func<T> function) => _pump.InvokeAsync(function);

    /// <summary>Writes posted output without waiting for more.</summary>
    internal void Drain() => Pumping(_pump.Drain);

    /// <summary>
    /// Writes posted output until the task is done, then rethrows its exception. Stops immediately if the pipeline is
    /// stopped; the task is cancelled.
    /// </summary>
    internal void PumpUntil(Task work) => Pumping(() => _pump.PumpUntil(work, Threads));

    /// <summary>Starts work on another thread. Draining or pumping writes its output.</summary>
    /// <remarks>Log messages of this work go to the streams of this command, even if other commands use the same connection.</remarks>
    internal virtual Task Start(Func<CancellationToken, Task> work) => StartWithoutConnection(work);

    private Task StartWithoutConnection(Func<CancellationToken, Task> work) =>
        Scope.Start(() => work(CancellationToken), Threads, CancellationToken);

    /// <summary>Runs work on another thread, and writes its output until it is done.</summary>
    private protected void Run(Func<CancellationToken, Task> work) => PumpUntil(Start(work));

    /// <summary>Creates a connection. Ends the command if the credentials or a setting cannot be used.</summary>
    /// <param name="settings">The settings of the connection, without the credentials.</param>
    /// <param name="connect">Creates the connection.</param>
    /// <returns>Null if there are no credentials.</returns>
    private protected TccContext? Connect(
        ConnectionSettings settings, Func<AccountConnector, CancellationToken, Task<ConnectedAccount?>> connect)
    {
        Task<ConnectedAccount?>? connecting = null;
        try
        {
            PumpUntil(StartWithoutConnection(token => connecting = connect(ContextFactory.Connector(Scope), token)));
        }
        catch (CredentialException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure));
        }
        catch (ArgumentException failure)
        {
            ThrowTerminatingError(ErrorRecords.InvalidSetting(failure));
        }

        return connecting!.GetAwaiter().GetResult() is { } account ? ContextFactory.Create(account, settings) : null;
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Drain();

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        IsStopped = true;
        EndEarly();
    }

    /// <summary>True after Ctrl+C.</summary>
    private protected bool IsStopped { get; private set; }

    /// <summary>
    /// Returns the warning of a command that ends early: by Ctrl+C, by -ErrorAction Stop or by a downstream command such as
    /// Select-Object -First. Null for none.
    /// </summary>
    private protected virtual string? Interrupted() => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels what is still running.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // The source itself is not disposed: it has no timer, and abandoned work may still read its token.
        if (disposing)
        {
            Cancel();
            _bars?.End(Host);
        }
    }

    // The switch decides, else the preference variable, as in PowerShell itself.
    private bool IsSeen(string stream) => MyInvocation.BoundParameters.TryGetValue(stream, out var given)
        ? LanguagePrimitives.IsTrue(given)
        : GetVariableValue(stream + "Preference") is { } preference
            && !(LanguagePrimitives.TryConvertTo(preference, out ActionPreference action)
                && action is ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private void Post(CommandLogLevel level, string text)
    {
        switch (level)
        {
            case CommandLogLevel.Warning:
                PostWarning(text);
                break;
            case CommandLogLevel.Verbose:
                PostVerbose(text);
                break;
            default:
                PostDebug(text);
                break;
        }
    }

    // The pump first: a slow cancellation callback must not delay the prompt.
    private void Cancel()
    {
        _pump.Close();
        _cancellation.Cancel();
    }

    private void EndEarly()
    {
        var warning = Interrupted();
        Cancel();
        // The streams of a stopped pipeline are closed, so this goes to the host.
        if (warning is not null && Interlocked.Exchange(ref _warned, 1) == 0)
            Host.UI.WriteWarningLine(warning);
    }

    private void Pumping(Action pump)
    {
        try
        {
            pump();
        }
        finally
        {
            // Nothing reads the output any more: the pipeline was stopped, by Ctrl+C, an error or a downstream command.
            if (_pump.IsClosed)
                EndEarly();
        }
    }
}
