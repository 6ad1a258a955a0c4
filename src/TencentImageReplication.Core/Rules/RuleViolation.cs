using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>A rule of the service that an input breaks, told before anything is called.</summary>
/// <param name="Id">A stable identifier, such as <c>DestinationIsSource</c>.</param>
/// <param name="Message">What is wrong, with the names and IDs involved.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record RuleViolation(string Id, string Message, string Advice)
{
    /// <summary>What is wrong, with the names and IDs involved: names are of other people's making.</summary>
    public string Message { get; } = VisibleText.Of(Message);

    /// <summary>The message and the advice in one text.</summary>
    public override string ToString() => Localized.Text($"{Message} {Advice}", $"{Message}{Advice}");
}
