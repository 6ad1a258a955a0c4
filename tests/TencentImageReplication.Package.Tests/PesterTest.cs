namespace TencentImageReplication.Package.Tests;

/// <summary>The result of one Pester test in one shell.</summary>
/// <param name="Shell">The shell it ran in.</param>
/// <param name="File">The file it is in.</param>
/// <param name="Name">Its name, after those of the blocks around it.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Message">The reason why it failed or was skipped.</param>
public sealed record PesterTest(string Shell, string File, string Name, PesterOutcome Outcome, string Message)
{
    /// <summary>The name in reports.</summary>
    public override string ToString() => $"{Shell}, {File}: {Name}";
}

/// <summary>The outcome of a Pester test.</summary>
public enum PesterOutcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed, or did not end.</summary>
    Failed,

    /// <summary>It did not run.</summary>
    Skipped,
}
