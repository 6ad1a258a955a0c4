using System.Management.Automation;
using System.Management.Automation.Runspaces;
using TencentImageReplication.Session;

namespace TencentImageReplication.Tests.Support;

/// <summary>A runspace of the real engine with the module in it, connected to a simulated cloud if one is given.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Runspace _runspace;
    private readonly VirtualClock? _time;

    /// <param name="context">The connection, if any. Scripts run in the time of its threads.</param>
    /// <param name="commands">Additional commands.</param>
    internal Shell(TccContext? context = null, params Type[] commands)
    {
        _time = (context?.Threads as VirtualThreads)?.Clock;
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([typeof(TccImage).Assembly.Location]);
        foreach (var command in commands)
        {
            var name = (CmdletAttribute)command.GetCustomAttributes(typeof(CmdletAttribute), inherit: false)[0];
            state.Commands.Add(new SessionStateCmdletEntry($"{name.VerbName}-{name.NounName}", command, helpFileName: null));
        }

        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        // The waiting thread must be the one that the clock knows.
        if (_time is not null)
            _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        ModuleState.For(_runspace).Context = context;
    }

    /// <summary>The host of the shell.</summary>
    internal TestHost Host { get; } = new();

    internal TccContext? Context => ModuleState.For(_runspace).Context;

    internal void Set(string variable, object? value) => _runspace.SessionStateProxy.SetVariable(variable, value);

    /// <summary>Runs a script. An error that ends a command is in the errors; one that ends the script is thrown.</summary>
    internal ShellResult Run(string script)
    {
        using var shell = Create(script);
        IReadOnlyList<PSObject> output = _time is null ? [.. shell.Invoke()] : _time.RunBlocking(() => shell.Invoke().ToArray());
        return new ShellResult(output, shell.Streams);
    }

    /// <summary>Returns the suggestions of Tab after the text.</summary>
    internal IReadOnlyList<CompletionResult> Complete(string typed)
    {
        using var shell = PowerShell.Create(_runspace);
        return _time is null ? Ask() : _time.RunBlocking(Ask);

        IReadOnlyList<CompletionResult> Ask() => [.. CommandCompletion.CompleteInput(typed, typed.Length, [], shell).CompletionMatches];
    }

    internal PowerShell Create(string script)
    {
        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        return shell;
    }

    public void Dispose() => _runspace.Dispose();
}
