using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>A violation of a rule of the service, found before a request is sent.</summary>
/// <param name="Id">A stable identifier, such as <c>DestinationIsSource</c>.</param>
/// <param name="Message">The problem, with the names and IDs involved.</param>
/// <param name="Advice">The advice for the user.</param>
public sealed record RuleViolation(string Id, string Message, string Advice)
{
    /// <summary>The problem, with the names and IDs involved. Names come from other people, so control characters are made visible.</summary>
    public string Message { get; } = VisibleText.Of(Message);

    /// <summary>Returns the message and the advice as one text.</summary>
    public override string ToString() => Localized.Text($"{Message} {Advice}", $"{Message}{Advice}");
}
