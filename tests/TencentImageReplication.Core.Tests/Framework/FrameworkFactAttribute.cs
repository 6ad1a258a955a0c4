namespace TencentImageReplication.Core.Tests.Framework;

/// <summary>A test for Windows, or for where Mono stands in for the .NET Framework.</summary>
public sealed class FrameworkFactAttribute : FactAttribute
{
    public FrameworkFactAttribute()
    {
        if (!OperatingSystem.IsWindows() && !FrameworkProgram.MonoIsThere())
            Skip = "There is no .NET Framework here, and no Mono in its place.";
    }
}
