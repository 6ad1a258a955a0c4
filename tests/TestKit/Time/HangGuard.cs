namespace TencentImageReplication.TestKit.Time;

/// <summary>Ends a test that hangs. It says nothing about speed: what ends at all ends long before.</summary>
public static class HangGuard
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Waits for what happens on real threads, or fails the test if it never happens.</summary>
    public static Task OrHangAsync(this Task task) => task.WaitAsync(Patience);

    /// <inheritdoc cref="OrHangAsync(Task)"/>
    public static Task<T> OrHangAsync<T>(this Task<T> task) => task.WaitAsync(Patience);
}
