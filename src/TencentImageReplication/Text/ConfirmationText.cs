using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>The texts of -WhatIf, which is a statement, and of -Confirm, which is a question.</summary>
/// <param name="Action">The action, without a full stop, such as <c>Delete img-1 in ap-guangzhou</c>.</param>
/// <param name="Details">Sentences to know before the decision; empty if there are none.</param>
internal sealed record ConfirmationText(string Action, string Details = "")
{
    internal string Statement => Join(Localized.Text($"{Action}.", $"{Action}。"));

    internal string Question => Join(Localized.Text($"{Action}?", $"是否{Action}？"));

    private string Join(string first) => Details.Length == 0 ? first : Messages.Sentences(first, Details);
}
