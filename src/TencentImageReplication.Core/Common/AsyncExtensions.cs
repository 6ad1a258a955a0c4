namespace TencentImageReplication.Core.Common;

/// <summary>Steps of asynchronous work for the cmdlets.</summary>
/// <remarks>
/// An async method keeps what it awaits in a field of a type that the compiler makes. In the cmdlet assembly that must
/// not be anything of a private assembly: Windows PowerShell looks at all types of the assembly before the private
/// ones can be found. So what is awaited there has no result, and results are handed to a delegate by these methods.
/// </remarks>
public static class AsyncExtensions
{
    /// <summary>Hands the result of a task on.</summary>
    public static async Task ThenAsync<T>(this Task<T> task, Action<T> next) => next(await task.ConfigureAwait(false));

    /// <summary>Hands the result of a task on to more work.</summary>
    public static async Task ThenAsync<T>(this Task<T> task, Func<T, Task> next) =>
        await next(await task.ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Hands on what is listed, one by one.</summary>
    public static async Task ForEachAsync<T>(this IAsyncEnumerable<T> items, Action<T> next)
    {
        await foreach (var item in items.ConfigureAwait(false))
            next(item);
    }
}
