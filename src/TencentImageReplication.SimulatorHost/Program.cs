using System.Net.Sockets;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.SimulatorHost;

internal static class Program
{
    private const int WrongCommandLine = 2;
    private const int CannotListen = 1;

    public static async Task<int> Main(string[] arguments)
    {
        HostSettings settings;
        try
        {
            settings = CommandLine.Parse(arguments);
        }
        catch (CommandLineException error)
        {
            await Console.Error.WriteLineAsync($"{error.Message} See --help.");
            return WrongCommandLine;
        }
        if (settings.Help)
        {
            Console.WriteLine(CommandLine.Help);
            return 0;
        }
        try
        {
            await using var server = await SimulatorServer.StartAsync(settings, new OffsetTimeProvider(settings.ClockOffset));
            Console.WriteLine(Banner.Text(server, settings));
            await server.WaitForShutdownAsync();
            return 0;
        }
        catch (ScenarioException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return WrongCommandLine;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SocketException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return CannotListen;
        }
    }
}
