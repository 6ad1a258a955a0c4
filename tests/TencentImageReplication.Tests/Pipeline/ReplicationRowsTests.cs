using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Pipeline;

namespace TencentImageReplication.Tests.Pipeline;

public sealed class ReplicationRowsTests
{
    private static readonly PlanRow Row = new()
    {
        Family = "web",
        Version = "web-1",
        Account = "self",
        Region = "ap-shanghai",
        Source = new ImageIdentity("ap-guangzhou", "img-source01", null),
    };

    [Theory]
    [InlineData(typeof(PlanState), typeof(TccReplicationState))]
    [InlineData(typeof(PlanActions), typeof(TccReplicationAction))]
    [InlineData(typeof(PlanStatus), typeof(TccReplicationStatus))]
    public void The_words_have_the_numbers_of_the_engine(Type engine, Type shown) => Assert.Equal(
        Enum.GetValues(engine).Cast<object>().Select(word => $"{word} {Convert.ToInt64(word, null)}"),
        Enum.GetValues(shown).Cast<object>().Select(word => $"{word} {Convert.ToInt64(word, null)}"));

    [Fact]
    public void A_row_without_an_action_has_an_empty_column()
    {
        Assert.Null(ReplicationRows.From(Row).Action);
        Assert.Equal("Share, Copy", $"{ReplicationRows.From(Row with { Action = PlanActions.Share | PlanActions.Copy }).Action}");
    }

    [Fact]
    public void The_error_of_a_row_has_the_ID_of_its_error_record()
    {
        var refusal = new TencentCloudException(TencentCloudErrorKind.Service, "InternalError", "It failed.", "DescribeImages", "ap-shanghai", "req-1");
        (Exception Error, string Code)[] cases =
        [
            (refusal, "InternalError"),
            (new RuleViolationException(new RuleViolation("SameAccountTwice", "Both are one.", "Use one.")), "SameAccountTwice"),
            (new CredentialException("No key."), "ClientError.CredentialError"),
            (new CredentialException("No role.", refusal), "InternalError"),
        ];

        Assert.All(cases, expected =>
        {
            var row = Row with { Error = expected.Error };
            var shown = ReplicationRows.From(row);
            var record = TencentImageReplication.Errors.ErrorRecords.PlanRowFailed(row, shown)!;

            Assert.Equal((expected.Code, expected.Error.Message), (shown.ErrorCode, shown.ErrorMessage));
            Assert.Equal(expected.Code, record.FullyQualifiedErrorId);
            Assert.Equal(
                expected.Error is not RuleViolationException,
                record.ErrorDetails.Message.StartsWith("'web-1' in ap-shanghai: ", StringComparison.Ordinal));
        });
    }
}
