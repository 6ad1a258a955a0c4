using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace TencentImageReplication.Demo;

/// <summary>Writes the output of PowerShell to the terminal. It never prompts.</summary>
internal sealed class DemoHostUI(Terminal terminal) : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new DemoHostRawUI(terminal.Width);

    public override void Write(string value) => terminal.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => terminal.Write(Plain(value));

    public override void WriteLine(string value) => terminal.WriteLine(Plain(value));

    public override void WriteErrorLine(string value) => terminal.WriteError(Plain(value));

    public override void WriteDebugLine(string message) => terminal.WriteLine($"DEBUG: {message}");

    public override void WriteVerboseLine(string message) => terminal.WriteLine($"VERBOSE: {message}");

    public override void WriteWarningLine(string message) => terminal.WriteLine($"WARNING: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
            terminal.ClearStatus();
        else if (record.ParentActivityId < 0)
            terminal.WriteStatus(Describe(record));
    }

    public override string ReadLine() => throw NoPrompt();

    public override SecureString ReadLineAsSecureString() => throw NoPrompt();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw NoPrompt();

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw NoPrompt();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw NoPrompt();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw NoPrompt();

    // A host decides about colours. The demo has none: not every terminal supports them, and they would get into files.
    private static string Plain(string value) => new StringDecorated(value).ToString(OutputRendering.PlainText);

    private static string Describe(ProgressRecord record) => record.PercentComplete < 0
        ? $"{record.Activity}: {record.StatusDescription}"
        : $"{record.Activity}: {record.StatusDescription} ({record.PercentComplete} %)";

    private static NotSupportedException NoPrompt() => new("The demo asks nothing.");
}
