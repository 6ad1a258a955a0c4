using System.Threading.Channels;

namespace TencentImageReplication.Core.Common;

/// <summary>Steps of asynchronous work for the cmdlets.</summary>
/// <remarks>
/// The compiler stores awaited results of an async method in fields of a generated type. In the cmdlet assembly such a field must
/// not have a type of a private assembly, because Windows PowerShell inspects all types of the assembly before the private
/// assemblies can be found. So the cmdlets await only tasks without a result; these methods pass results to a delegate.
/// </remarks>
public static class AsyncExtensions
{
    /// <summary>Passes the result of a task to a delegate.</summary>
    public static async Task ThenAsync<T>(this Task<T> task, Action<T> next) => next(await task);

    /// <summary>Passes the result of a task to asynchronous work.</summary>
    public static async Task ThenAsync<T>(this Task<T> task, Func<T, Task> next) =>
        await next(await task);

    /// <summary>Adds an item to a channel when there is room for it.</summary>
    public static async Task AddAsync<T>(this ChannelWriter<T> writer, T item, CancellationToken cancellationToken) =>
        await writer.WriteAsync(item, cancellationToken);

    /// <summary>Passes each item to a delegate.</summary>
    public static async Task ForEachAsync<T>(this IAsyncEnumerable<T> items, Action<T> next)
    {
        await foreach (var item in items)
            next(item);
    }
}
