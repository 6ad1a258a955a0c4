using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace TencentImageReplication.Session;

/// <summary>What the module remembers for a runspace: two tabs of one console can use two accounts.</summary>
internal sealed class ModuleState
{
    private static readonly ConditionalWeakTable<Runspace, ModuleState> States = new();

    private TccContext? _context;

    /// <summary>The connection that commands use when they are given none.</summary>
    internal TccContext? Context
    {
        get => Volatile.Read(ref _context);
        set => Volatile.Write(ref _context, value);
    }

    /// <summary>The state of a runspace; it goes when the runspace goes.</summary>
    internal static ModuleState For(Runspace runspace) => States.GetValue(runspace, _ => new ModuleState());

    /// <summary>The state of the runspace that the calling thread runs a pipeline of.</summary>
    internal static ModuleState Current => For(Runspace.DefaultRunspace
        ?? throw new InvalidOperationException("There is no runspace on this thread."));
}
