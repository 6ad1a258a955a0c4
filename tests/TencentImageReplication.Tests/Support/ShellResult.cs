using System.Management.Automation;

namespace TencentImageReplication.Tests.Support;

/// <summary>The output of a script in all streams.</summary>
internal sealed class ShellResult(IReadOnlyList<PSObject> output, PSDataStreams streams)
{
    internal IReadOnlyList<PSObject> Output { get; } = output;

    internal IReadOnlyList<ErrorRecord> Errors { get; } = [.. streams.Error];

    internal IReadOnlyList<string> Warnings { get; } = [.. streams.Warning.Select(record => record.Message)];

    internal IReadOnlyList<string> Verbose { get; } = [.. streams.Verbose.Select(record => record.Message)];

    internal IReadOnlyList<string> Debug { get; } = [.. streams.Debug.Select(record => record.Message)];

    internal IReadOnlyList<ProgressRecord> Progress { get; } = [.. streams.Progress];

    /// <summary>Returns the output of one type, with or without errors.</summary>
    internal IReadOnlyList<T> Of<T>() => [.. Output.Select(item => item.BaseObject).OfType<T>()];

    /// <summary>Returns the output, and asserts that it has one type and there are no errors.</summary>
    internal IReadOnlyList<T> All<T>()
    {
        Assert.Empty(Errors);
        return [.. Output.Select(item => Assert.IsType<T>(item.BaseObject))];
    }
}
