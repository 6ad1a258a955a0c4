using TencentImageReplication.Package.Tests.Shells;

namespace TencentImageReplication.Package.Tests;

/// <summary>
/// The Pester suite, which tests the packaged module in a real PowerShell. Each test of it is a test here.
/// </summary>
/// <remarks>
/// The shells are those of the variable TCC_TEST_SHELLS (see <see cref="Shell.Named"/>), or the PowerShell that the build
/// restores.
/// </remarks>
public sealed class PesterTests
{
    private static readonly Lazy<TheoryData<PesterTest>> Results = new(() =>
        [.. Shell.OfThisRun().SelectMany(shell => new PesterSuite(shell, BuildFacts.Suite).Run())]);

    /// <summary>Runs the suite, once.</summary>
    public static TheoryData<PesterTest> Tests() => Results.Value;

    [SkippableTheory]
    [MemberData(nameof(Tests), DisableDiscoveryEnumeration = true)]
    public void Passes(PesterTest test)
    {
        Skip.If(test.Outcome == PesterOutcome.Skipped, test.Message);
        Assert.True(test.Outcome == PesterOutcome.Passed, test.Message);
    }
}
