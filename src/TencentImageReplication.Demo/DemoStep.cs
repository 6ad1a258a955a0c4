namespace TencentImageReplication.Demo;

/// <summary>A command with a comment for the viewer.</summary>
internal sealed record DemoStep(string Comment, string Command);
