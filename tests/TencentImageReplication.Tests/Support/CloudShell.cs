using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Tests.Support;

/// <summary>A shell with a connection to a simulated cloud, in virtual time that passes while a script waits.</summary>
internal sealed class CloudShell : IDisposable
{
    internal static readonly TimeSpan CopyDuration = TimeSpan.FromMinutes(20);

    // The hosted engine has no Import-Csv and no Import-Clixml. These functions create the same objects.
    private const string Functions = """
        function ConvertTo-CsvRow {
            process {
                $row = [ordered]@{}
                foreach ($property in $_.psobject.Properties) { $row[$property.Name] = "$($property.Value)" }
                [pscustomobject]$row
            }
        }
        function ConvertTo-ClixmlObject {
            process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) }
        }
        """;

    private readonly Shell _shell;

    internal CloudShell(SimulatedAccount? account = null)
    {
        Cloud = SimulatedWorld.Create(new SimulatedCloudOptions { CopyDuration = CopyDuration }, Time, withInstances: false);
        _shell = new Shell(Clouds.Connect(Cloud, account));
        _shell.Set("clock", Time);
        _shell.Run(Functions);
    }

    internal VirtualClock Time { get; } = new();

    internal SimulatedCloud Cloud { get; }

    internal TestHost Host => _shell.Host;

    /// <summary>Creates another runspace of this process with the same connection.</summary>
    internal Shell AnotherRunspace() => new(_shell.Context);

    internal ShellResult Run(string script) => _shell.Run(script);

    internal IReadOnlyList<CompletionResult> Complete(string typed) => _shell.Complete(typed);

    internal void Set(string variable, object? value) => _shell.Set(variable, value);

    /// <summary>Returns the number of requests of an action that took effect.</summary>
    internal int CallsOf(string action) => Cloud.Calls.Count(call => call.Action == action && call.Acted);

    /// <summary>Returns the regions of all copies.</summary>
    internal string CopiedTo() => string.Join(
        ", ", Cloud.Images().Where(image => image.CopiedFrom is not null).Select(image => image.Region).Order(StringComparer.Ordinal));

    internal SimulatedImage AddImage(string name, string region = SimulatedWorld.Region) => Cloud.AddImage(new SimulatedImage
    {
        ImageName = name,
        Region = region,
        AccountId = SimulatedWorld.Owner.AccountId,
    });

    public void Dispose() => _shell.Dispose();
}
