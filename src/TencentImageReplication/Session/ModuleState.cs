using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace TencentImageReplication.Session;

/// <summary>The state of the module in a runspace: two tabs of a console can use two accounts. It survives that the module is imported again.</summary>
internal sealed class ModuleState
{
    private static readonly ConditionalWeakTable<Runspace, ModuleState> States = new();

    private TccContext? _context;

    /// <summary>The connection that commands use by default.</summary>
    internal TccContext? Context
    {
        get => Volatile.Read(ref _context);
        set => Volatile.Write(ref _context, value);
    }

    /// <summary>Returns the state of a runspace, which ends with the runspace.</summary>
    internal static ModuleState For(Runspace runspace) => States.GetValue(runspace, _ => new ModuleState());

    /// <summary>The state of the runspace whose pipeline runs on the calling thread.</summary>
    internal static ModuleState Current => For(CurrentRunspace);

    /// <summary>The runspace whose pipeline runs on the calling thread.</summary>
    internal static Runspace CurrentRunspace => Runspace.DefaultRunspace
        ?? throw new InvalidOperationException("There is no runspace on this thread.");
}
