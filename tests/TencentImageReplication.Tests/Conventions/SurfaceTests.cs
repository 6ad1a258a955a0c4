using System.Management.Automation;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>The commands match docs/cmdlets.txt.</summary>
public sealed class SurfaceTests
{
    private const string Update = "UPDATE_SURFACE";

    private static readonly string Reviewed = Path.Combine(Repository.Root, "docs", "cmdlets.txt");

    [Fact]
    public void The_commands_are_those_that_were_reviewed()
    {
        using var shell = new Shell();
        var actual = Surface.Describe(shell.Run("Get-Command -Module TencentImageReplication").All<CmdletInfo>());
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(Reviewed, actual.ReplaceLineEndings("\n"));

        var reviewed = File.Exists(Reviewed) ? File.ReadAllLines(Reviewed) : [];
        var now = actual.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

        var changes = WithCommand(now).Except(WithCommand(reviewed)).Select(line => $"+ {line}")
            .Concat(WithCommand(reviewed).Except(WithCommand(now)).Select(line => $"- {line}"));
        Assert.True(
            now.SequenceEqual(reviewed),
            $"The commands have changed. If that is meant, review what changes in docs/cmdlets.txt after this test ran with {Update}=1 in the environment:\n{string.Join("\n", changes)}");
    }

    // Many commands have parameters with the same name.
    private static IEnumerable<string> WithCommand(IEnumerable<string> lines)
    {
        var command = "";
        foreach (var line in lines)
        {
            if (line.Length > 0 && line[0] != ' ')
                command = line;
            else
                yield return command + line;
        }
    }
}
