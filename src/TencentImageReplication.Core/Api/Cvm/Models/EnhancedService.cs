namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Tencent's agents on an instance.</summary>
public sealed record EnhancedService
{
    /// <summary>The security agent.</summary>
    public RunSecurityServiceEnabled? SecurityService { get; init; }

    /// <summary>The monitoring agent.</summary>
    public RunMonitorServiceEnabled? MonitorService { get; init; }

    /// <summary>The automation agent.</summary>
    public RunAutomationServiceEnabled? AutomationService { get; init; }
}
