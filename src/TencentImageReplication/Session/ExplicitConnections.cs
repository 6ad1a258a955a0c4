using System.Management.Automation.Runspaces;

namespace TencentImageReplication.Session;

/// <summary>
/// Knows which runspaces of this process have connected with Connect-TccAccount. Where one has, no command falls back to the credentials
/// of the environment: they may belong to another account.
/// </summary>
/// <remarks>The list belongs to the process and names only types of PowerShell, so that a newer version of the module finds it too.</remarks>
internal static class ExplicitConnections
{
    private const string Key = "TencentImageReplication.ExplicitConnections";
    private static readonly object Gate = new();

    /// <summary>Remembers that a runspace has connected.</summary>
    internal static void Add(Runspace runspace)
    {
        var list = List();
        lock (list)
        {
            list.RemoveAll(reference => !reference.TryGetTarget(out var other) || other == runspace);
            list.Add(new WeakReference<Runspace>(runspace));
        }
    }

    /// <summary>Forgets the connection of a runspace.</summary>
    internal static void Remove(Runspace runspace)
    {
        var list = List();
        lock (list)
            list.RemoveAll(reference => !reference.TryGetTarget(out var other) || other == runspace);
    }

    /// <summary>Returns true if a runspace has connected, by this version of the module or by another one.</summary>
    internal static bool IsConnected(Runspace runspace) => Open().Contains(runspace);

    /// <summary>Returns true if any runspace of this process that is still open has connected.</summary>
    internal static bool Any => Open().Length > 0;

    private static Runspace[] Open()
    {
        var list = List();
        lock (list)
        {
            return [.. list
                .Select(reference => reference.TryGetTarget(out var runspace) ? runspace : null)
                .OfType<Runspace>()
                .Where(runspace => runspace.RunspaceStateInfo.State == RunspaceState.Opened)];
        }
    }

    private static List<WeakReference<Runspace>> List()
    {
        lock (Gate)
        {
            if (AppDomain.CurrentDomain.GetData(Key) is not List<WeakReference<Runspace>> list)
                AppDomain.CurrentDomain.SetData(Key, list = []);
            return list;
        }
    }
}
