namespace TencentImageReplication.Core.Transport.Http;

/// <summary>
/// A thread that has nothing to do before an answer is there sends the request itself, instead of sleeping until other threads
/// have sent it and wake it.
/// </summary>
/// <remarks>
/// One request only, since whoever makes several wants them side by side; and only while the work has not waited for anything
/// else, since it goes on elsewhere then.
/// </remarks>
public static class WaitingThread
{
#if NET
    [ThreadStatic]
    private static bool _offered;

    /// <summary>Begins work on this thread, which sends one request of it.</summary>
    /// <param name="work">The work.</param>
    /// <returns>What is left of it, elsewhere.</returns>
    public static Task Begin(Func<Task> work)
    {
        _offered = true;
        try
        {
            return work();
        }
        finally
        {
            _offered = false;
        }
    }

    /// <summary>Whether the request at hand is the one. Asking takes the offer up.</summary>
    internal static bool Take()
    {
        var offered = _offered;
        _offered = false;
        return offered;
    }
#else
    /// <summary>Begins work elsewhere: the .NET Framework cannot send a request and wait on one thread.</summary>
    /// <param name="work">The work.</param>
    public static Task Begin(Func<Task> work) => Task.Run(work);
#endif
}
