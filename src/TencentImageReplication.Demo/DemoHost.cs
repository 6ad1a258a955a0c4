using System.Globalization;
using System.Management.Automation.Host;

namespace TencentImageReplication.Demo;

/// <summary>A minimal host that shows the same output as a console.</summary>
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
        // The demo changes no console setting for native programs.
    }

    public override void NotifyEndApplication()
    {
        // The demo has changed no console setting.
    }

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException("The demo cannot exit early.");
}
