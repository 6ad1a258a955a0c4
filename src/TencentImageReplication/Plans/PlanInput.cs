using System.Management.Automation;
using TencentImageReplication.Core.Plans.Files;
using TencentImageReplication.Errors;

namespace TencentImageReplication.Plans;

/// <summary>Reads plans from paths, files and plans that are piped in. A file with mistakes is one error, and no plan.</summary>
/// <param name="paths">Resolves paths in the session.</param>
/// <param name="warn">Receives a warning.</param>
/// <param name="fail">Receives an error.</param>
internal sealed class PlanInput(PathIntrinsics paths, Action<string> warn, Action<ErrorRecord> fail)
{
    private const string FileSystem = "FileSystem";

    // A file from Get-ChildItem, a path from Resolve-Path, and a plan from a job.
    private static readonly string[] PathProperties = ["PSPath", "FullName", nameof(TccReplicationPlan.Path)];

    /// <summary>Returns the plans that a value of -Plan names.</summary>
    internal IEnumerable<TccReplicationPlan> Read(PSObject? value) => value?.BaseObject switch
    {
        TccReplicationPlan plan => [plan],
        string path => Read(path, isLiteral: false),
        null => Fail(ErrorRecords.NotAPlan(value)),
        _ => PathProperties.Select(name => value.Properties[name]?.Value?.ToString()).FirstOrDefault(path => !string.IsNullOrEmpty(path)) is { } path
            ? Read(path, isLiteral: true)
            : Fail(ErrorRecords.NotAPlan(value)),
    };

    /// <summary>Returns the plans that a path names.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">False for a path with wildcards.</param>
    internal IEnumerable<TccReplicationPlan> Read(string path, bool isLiteral) =>
        Files(path, isLiteral).Select(Load).OfType<TccReplicationPlan>();

    private IReadOnlyList<string> Files(string path, bool isLiteral)
    {
        try
        {
            ProviderInfo provider;
            IReadOnlyList<string> files = isLiteral
                ? [paths.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)]
                : [.. paths.GetResolvedProviderPathFromPSPath(path, out provider)];
            if (provider.Name == FileSystem && files.Count > 0)
                return files;
            fail(ErrorRecords.PlanNotFound(path));
        }
        catch (Exception exception) when (exception is SessionStateException or PSArgumentException or PSInvalidOperationException or PSNotSupportedException)
        {
            fail(ErrorRecords.PlanNotFound(path, exception));
        }

        return [];
    }

    private TccReplicationPlan? Load(string path)
    {
        if (!File.Exists(path))
        {
            fail(ErrorRecords.PlanNotFound(path));
            return null;
        }

        try
        {
            return Check(PlanLoader.Read(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            fail(ErrorRecords.PlanNotRead(path, exception));
            return null;
        }
    }

    private TccReplicationPlan? Check(PlanFile file, string path)
    {
        foreach (var warning in file.Warnings)
            warn(warning.At(path));
        if (file.Plan is { } plan)
            return new TccReplicationPlan(plan);
        fail(ErrorRecords.InvalidPlan(path, [.. file.Errors.Select(problem => problem.At(path))]));
        return null;
    }

    private IEnumerable<TccReplicationPlan> Fail(ErrorRecord error)
    {
        fail(error);
        return [];
    }
}
