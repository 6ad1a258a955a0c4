using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace TencentImageReplication.Tests.Support;

/// <summary>The user interface of the host.</summary>
internal sealed class TestHostUI : PSHostUserInterface
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _questions = new();
    private readonly ConcurrentQueue<string> _warnings = new();

    internal IReadOnlyList<string> Lines => [.. _lines];

    internal IReadOnlyList<string> Questions => [.. _questions];

    internal IReadOnlyList<string> Warnings => [.. _warnings];

    internal string? Choice { get; set; }

    public override PSHostRawUserInterface? RawUI => null;

    public override void Write(string value) => _lines.Enqueue(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => _lines.Enqueue(value);

    public override void WriteLine(string value) => _lines.Enqueue(value);

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        _questions.Enqueue(message);
        return choices.ToList().FindIndex(choice => choice.Label == Choice) is >= 0 and var index
            ? index
            : throw new InvalidOperationException($"There is no choice '{Choice}' for: {message}");
    }

    public override void WriteWarningLine(string message) => _warnings.Enqueue(message);

    // The streams have these.
    public override void WriteErrorLine(string value)
    {
    }

    public override void WriteDebugLine(string message)
    {
    }

    public override void WriteVerboseLine(string message)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException();
}
