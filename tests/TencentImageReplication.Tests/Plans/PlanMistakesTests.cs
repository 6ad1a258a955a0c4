using System.Text;
using System.Text.RegularExpressions;
using TencentImageReplication.Plans;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Plans;

/// <summary>The page with ten plans that have mistakes, against what the reader reports about them.</summary>
public sealed partial class PlanMistakesTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "plan-mistakes.md");

    /// <summary>UPDATE_PLAN_MISTAKES writes the messages into the page.</summary>
    [Fact]
    public void The_page_has_the_messages_of_the_reader()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var count = 0;

        var written = Example().Replace(page, example =>
        {
            count++;
            return $"{example.Groups["plan"].Value}```text\n{Messages(example.Groups["text"].Value)}```\n";
        });
        if (Environment.GetEnvironmentVariable("UPDATE_PLAN_MISTAKES") is { Length: > 0 })
            File.WriteAllText(Page, written);

        Assert.Equal(10, count);
        Assert.Equal(written, page);
    }

    private static StringBuilder Messages(string text)
    {
        var file = PlanDataReader.Read("images.psd1", text);
        Assert.Null(file.Plan);
        return file.Errors.Aggregate(new StringBuilder(), (all, problem) => all.Append(problem.At("images.psd1")).Append('\n'));
    }

    [GeneratedRegex("(?<plan>```powershell\n(?<text>.*?)```\n\n)```text\n.*?```\n", RegexOptions.Singleline)]
    private static partial Regex Example();
}
