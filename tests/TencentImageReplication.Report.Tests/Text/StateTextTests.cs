using System.Globalization;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Sections;
using TencentImageReplication.Report.Tests.Support;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Tests.Text;

public class StateTextTests
{
    private static readonly ReportState[] States = Enum.GetValues<ReportState>();

    [Fact]
    public void Each_state_has_a_symbol_a_place_and_a_word_of_its_own()
    {
        Assert.Distinct(States.Select(StateText.Symbol));
        Assert.Distinct(States.Select(StateText.Word));
        Assert.Distinct(States.Select(state => Reports.InChinese(() => StateText.Word(state))));
        Assert.All(States, state => Assert.Matches("^\\p{IsCJKUnifiedIdeographs}+$", Reports.InChinese(() => StateText.Word(state))));
        Assert.Equal(Enumerable.Range(0, States.Length), States.Select(Importance.Of).Order());
    }

    [Fact]
    public void The_style_sheet_has_the_tone_of_each_state()
    {
        var page = Reports.Html(SampleReports.Small());

        Assert.All(States, state => Assert.Contains($"\n.{StateText.Tone(state)} {{ --tone:", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_state_of_a_plan_is_known() => Assert.Equal(
        [PlanState.Unknown], Enum.GetValues<PlanState>().Where(state => ReportStates.OfPlanState($"{state}") == ReportState.Unknown));

    [Fact]
    public void Each_status_of_a_test_and_a_publication_is_known()
    {
        Assert.Equal([BootTestStatus.Inconclusive], Enum.GetValues<BootTestStatus>().Where(status => ReportStates.OfResult($"{status}") == ReportState.Unknown));
        Assert.DoesNotContain(Enum.GetValues<PublicationStatus>(), status => ReportStates.OfResult($"{status}") == ReportState.Unknown);
    }

    [Fact]
    public void Each_word_of_a_row_has_a_translation()
    {
        var words = Reports.InChinese(() => Enum.GetNames<PublicationStatus>().Concat(Enum.GetNames<BootTestStatus>()).Select(Words.Status)
            .Concat(Enum.GetNames<PublicationKind>().Select(Words.Kind))
            .Concat(Enum.GetNames<PlanActions>().Where(step => step != nameof(PlanActions.None)).Select(Words.Action))
            .ToList());

        Assert.All(words, word => Assert.Matches("^\\p{IsCJKUnifiedIdeographs}+$", word));
        Assert.Equal("NewWord", Words.Status("NewWord"));
        Assert.Equal("Verify, Publish", Words.Action(string.Create(CultureInfo.InvariantCulture, $"{PlanActions.Verify | PlanActions.Publish}")));
    }
}
