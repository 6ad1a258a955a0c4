using System.Globalization;
using System.Management.Automation.Host;

namespace TencentImageReplication.Tests.Support;

/// <summary>A host that remembers what it is told, and answers what it is asked as the test says.</summary>
internal sealed class TestHost : PSHost
{
    private readonly TestHostUI _ui = new();

    /// <summary>The lines that were written for people, such as those of -WhatIf.</summary>
    internal IReadOnlyList<string> Lines => _ui.Lines;

    /// <summary>The questions that were asked.</summary>
    internal IReadOnlyList<string> Questions => _ui.Questions;

    /// <summary>The warnings that reached people, be it past the streams.</summary>
    internal IReadOnlyList<string> Warnings => _ui.Warnings;

    /// <summary>The label of the choice that answers each question, such as <c>&amp;Yes</c>.</summary>
    internal string Answer
    {
        set => _ui.Answer = value;
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
