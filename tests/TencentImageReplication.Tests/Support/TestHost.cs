using System.Globalization;
using System.Management.Automation.Host;

namespace TencentImageReplication.Tests.Support;

/// <summary>A host that records its output and chooses the label that the test sets.</summary>
internal sealed class TestHost : PSHost
{
    private readonly TestHostUI _ui = new();

    /// <summary>The lines on the screen, such as those of -WhatIf.</summary>
    internal IReadOnlyList<string> Lines => _ui.Lines;

    /// <summary>The prompts.</summary>
    internal IReadOnlyList<string> Questions => _ui.Questions;

    /// <summary>The warnings on the screen, from the streams or not.</summary>
    internal IReadOnlyList<string> Warnings => _ui.Warnings;

    /// <summary>The label of the choice for each prompt, such as <c>&amp;Yes</c>.</summary>
    internal string Choice
    {
        set => _ui.Choice = value;
    }

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Test";

    public override Version Version { get; } = new(1, 0);

    public override PSHostUserInterface UI => _ui;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() => throw new NotSupportedException();

    public override void NotifyEndApplication() => throw new NotSupportedException();

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();
}
