namespace TencentImageReplication.Demo;

/// <summary>A command, and why it is run.</summary>
internal sealed record DemoStep(string Comment, string Command);
