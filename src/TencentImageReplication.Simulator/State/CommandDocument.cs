namespace TencentImageReplication.Simulator.State;

/// <summary>A command as the service keeps it.</summary>
/// <param name="Name">The name, empty for none.</param>
/// <param name="Description">The description, empty for none.</param>
/// <param name="Content">The script in Base64, with its placeholders.</param>
/// <param name="Type"><c>SHELL</c>, <c>POWERSHELL</c> or <c>BAT</c>.</param>
/// <param name="WorkingDirectory">The folder that it runs in.</param>
/// <param name="TimeoutSeconds">The maximum duration in seconds.</param>
/// <param name="UserName">The user that runs it.</param>
/// <param name="Parameters">The values of its parameters as JSON, hidden ones as asterisks; empty for none.</param>
/// <param name="DefaultParameters">The default values as JSON; empty for none.</param>
internal sealed record CommandDocument(
    string Name, string Description, string Content, string Type, string WorkingDirectory, long TimeoutSeconds, string UserName,
    string Parameters, string DefaultParameters);
