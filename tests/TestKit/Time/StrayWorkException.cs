namespace TencentImageReplication.TestKit.Time;

/// <summary>
/// Work has left the clock's queue, so that the clock could not know whether it rests, and has come back from another thread.
/// </summary>
/// <param name="whence">The stack of where it came back.</param>
public sealed class StrayWorkException(string whence) : Exception(
    "Work ran on a thread that the virtual clock does not know. Task.Run, SemaphoreSlim.WaitAsync with a token, ValueTask.AsTask of a channel, "
    + "WhenAny or WhenAll over a Task.Delay with a token, ConfigureAwait(false) and CancelAsync take work to the thread pool; use what stays with the current scheduler. It came back here:\n" + whence);
