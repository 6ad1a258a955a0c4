namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>A theory about signals, which Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkippableOnWindowsTheoryAttribute : TheoryAttribute
{
    public SkippableOnWindowsTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "There are no signals on Windows.";
    }
}
