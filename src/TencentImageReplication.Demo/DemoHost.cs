using System.Globalization;
using System.Management.Automation.Host;

namespace TencentImageReplication.Demo;

/// <summary>The least host that shows what a console would show.</summary>
internal sealed class DemoHost(Terminal terminal) : PSHost
{
    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "TencentImageReplication.Demo";

    public override Version Version { get; } = new(1, 0);

    public override PSHostUserInterface UI { get; } = new DemoHostUI(terminal);

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override void EnterNestedPrompt() => throw new NotSupportedException("The demo has no prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("The demo has no prompt.");

    public override void NotifyBeginApplication()
    {
        // Nothing of the console's is changed for native programs.
    }

    public override void NotifyEndApplication()
    {
        // Nothing of the console's was changed.
    }

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException("The demo runs to its end.");
}
