using System.Text;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Testing;

namespace TencentImageReplication.Core.Tests.Testing;

public sealed class ScriptOutputTests
{
    [Theory]
    [InlineData("one\r\ntwo\n\n", "one\ntwo")]
    [InlineData("\u001b[31mred", @"\x1b[31mred")]
    [InlineData("a\tb\u202e", "a\tb\\u202e")]
    [InlineData("", "")]
    public void Hidden_characters_are_written_out(string output, string shown) => Assert.Equal(shown, ScriptOutput.Show(Result(output)));

    [Fact]
    public void The_bytes_that_were_cut_off_are_counted() =>
        Assert.Equal("x\n[100 more bytes were cut off]", ScriptOutput.Show(Result("x") with { Dropped = 100 }));

    [Fact]
    public void An_output_that_is_no_base64_is_shown_as_it_is() => Assert.Equal("not base64!", ScriptOutput.Show(new TaskResult { Output = "not base64!" }));

    [Theory]
    [InlineData(0, BootTestStatus.Failed, "ScriptOutputDifferent")]
    [InlineData(9, BootTestStatus.Inconclusive, "ScriptOutputCut")]
    public void A_missing_text_may_be_in_the_part_that_was_cut_off(int dropped, BootTestStatus status, string code)
    {
        var task = new InvocationTask { TaskStatus = "SUCCESS", TaskResult = Result("x") with { Dropped = dropped } };

        var verdict = ScriptVerdict.Of(task, "bytes");

        Assert.Equal((status, code), (verdict.Status, verdict.Code));
    }

    private static TaskResult Result(string output) => new() { Output = Convert.ToBase64String(Encoding.UTF8.GetBytes(output)) };
}
