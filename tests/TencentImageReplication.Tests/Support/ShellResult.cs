using System.Management.Automation;

namespace TencentImageReplication.Tests.Support;

/// <summary>What a script wrote to all streams.</summary>
internal sealed class ShellResult(IReadOnlyList<PSObject> output, PSDataStreams streams)
{
    internal IReadOnlyList<PSObject> Output { get; } = output;

    internal IReadOnlyList<ErrorRecord> Errors { get; } = [.. streams.Error];

    internal IReadOnlyList<string> Warnings { get; } = [.. streams.Warning.Select(record => record.Message)];

    internal IReadOnlyList<string> Verbose { get; } = [.. streams.Verbose.Select(record => record.Message)];

    internal IReadOnlyList<string> Debug { get; } = [.. streams.Debug.Select(record => record.Message)];

    internal IReadOnlyList<ProgressRecord> Progress { get; } = [.. streams.Progress];

    /// <summary>What of the output is of one type, whatever errors there were.</summary>
    internal IReadOnlyList<T> Of<T>() => [.. Output.Select(item => item.BaseObject).OfType<T>()];

    /// <summary>The output, which is all of one type and came without any error.</summary>
    internal IReadOnlyList<T> All<T>()
    {
        Assert.Empty(Errors);
        return [.. Output.Select(item => Assert.IsType<T>(item.BaseObject))];
    }
}
