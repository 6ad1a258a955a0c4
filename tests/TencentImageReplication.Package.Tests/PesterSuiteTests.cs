using TencentImageReplication.Package.Tests.Shells;

namespace TencentImageReplication.Package.Tests;

/// <summary>Nothing that keeps a Pester test from running passes for success.</summary>
public sealed class PesterSuiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tcc-suite-").FullName;

    [Fact]
    public void Each_test_has_the_result_that_Pester_gives_it()
    {
        Write("Some.Tests.ps1", """
            Describe 'Some' {
                It 'passes' { 1 | Should -Be 1 }
                It 'fails' { 1 | Should -Be 2 }
                It 'is skipped' { Set-ItResult -Skipped -Because 'there is no such thing here' }
            }
            """);

        var tests = Run();

        Assert.Equal(["Some.passes: Passed", "Some.fails: Failed", "Some.is skipped: Skipped"], tests.Select(test => $"{test.Name}: {test.Outcome}"));
        Assert.Contains("Expected 2, but got 1", tests[1].Message, StringComparison.Ordinal);
        Assert.Contains("there is no such thing here", tests[2].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a process that ends", "Describe 'It' { It 'ends' { [Environment]::Exit(0) } }")]
    [InlineData("no test at all", "Describe 'Nothing' { }")]
    [InlineData("an error of syntax", "Describe 'It' { It 'passes' { } } }")]
    [InlineData("an error before the tests", "Describe 'It' { BeforeAll { throw 'nothing works' }; It 'passes' { } }")]
    [InlineData("an error after the tests", "Describe 'It' { AfterAll { throw 'nothing works' }; It 'passes' { } }")]
    public void A_file_that_is_not_tested_fails(string problem, string text)
    {
        Write("Broken.Tests.ps1", text);

        Assert.True(Run().Any(test => test.Outcome == PesterOutcome.Failed), problem);
    }

    [SkippableFact]
    public void Files_run_at_the_same_time_and_their_results_are_in_the_order_of_the_names()
    {
        Skip.If(OperatingSystem.IsWindows(), "The shells share the folder of the user.");
        // Each waits until the other one runs. The first one is larger, and ends last.
        Write("A.Tests.ps1", Meeting("a", "b") + new string('#', 1000));
        Write("B.Tests.ps1", Meeting("b", "a"));

        Assert.Equal(["Meets.a: Passed", "Meets.b: Passed"], Run().Select(test => $"{test.Name}: {test.Outcome}"));

        string Meeting(string own, string other) => $$"""
            Describe 'Meets' {
                It '{{own}}' {
                    $null = New-Item (Join-Path '{{_folder}}' '{{own}}.txt')
                    $patience = [DateTime]::UtcNow.AddMinutes(2)
                    while (-not (Test-Path (Join-Path '{{_folder}}' '{{other}}.txt')) -and [DateTime]::UtcNow -lt $patience) { Start-Sleep -Milliseconds 50 }
                    Join-Path '{{_folder}}' '{{other}}.txt' | Should -Exist
                }
            }
            """ + "\n";
    }

    [Fact]
    public void A_shell_that_cannot_be_started_fails()
    {
        Write("Some.Tests.ps1", "Describe 'Some' { It 'passes' { } }");

        Assert.ThrowsAny<Exception>(() => new PesterSuite(new InstalledShell("no-such-powershell"), _folder).Run().ToList());
    }

    [Fact]
    public void A_folder_without_tests_is_an_error() => Assert.Throws<InvalidOperationException>(Run);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private List<PesterTest> Run() => [.. new PesterSuite(new RestoredShell(), _folder).Run()];
}
