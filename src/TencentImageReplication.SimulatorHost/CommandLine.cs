using System.Globalization;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Reads the command line.</summary>
internal static class CommandLine
{
    public static string Help { get; } = $"""
        Usage: TencentImageReplication.SimulatorHost [options]

        Serves a simulated CVM service on a port, for any client. Nothing is bought, nothing leaves this machine.

          --urls <url[;url]>           where to listen, http only; port 0 takes a free one (http://127.0.0.1:8555)
          --info-file <path>           write endpoint, keys and images there as JSON, once it listens
          --copy-duration <hh:mm:ss>   how long a copy takes (00:00:30)
          --launch-duration <hh:mm:ss> how long an instance takes to start (00:00:05)
          --latency <hh:mm:ss[.fff]>   how long every call takes (00:00:00)
          --clock-offset <hh:mm:ss>    how far the service's clock is ahead of this machine's (00:00:00)
          --fault <name>               what goes wrong; may be repeated:
                                       {string.Join(", ", FaultNames.All)}
          --fault-rate <0..1>          the part of the calls that go wrong, shared by the faults
          --seed <number>              what IDs and faults are drawn from (1)
          --more-images <number>       how many custom images more the owner has, to try what is large (0)
          --cross-border               enable all accounts to copy between the mainland and elsewhere
          --no-rate-limits             do not enforce the documented requests per second
          --verbose                    tell every request on the console
          --help                       this text

        GET /latest/meta-data/cam/security-credentials/ answers as the metadata service of a CVM instance does, with the role
        of the owner's account that is bound to it.
        GET /_simulator/state answers accounts, images, instances and calls as JSON, without signature and secrets.
        """;

    /// <exception cref="CommandLineException">There is something wrong with the command line.</exception>
    public static HostSettings Parse(IReadOnlyList<string> arguments)
    {
        var settings = new HostSettings();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Split(arguments[i]);
            settings = name switch
            {
                "--help" or "-h" or "-?" => settings with { Help = true },
                "--verbose" => settings with { Verbose = true },
                "--no-rate-limits" => settings with { EnforceRateLimits = false },
                "--cross-border" => settings with { CrossBorder = true },
                "--urls" => settings with { Urls = Urls(Value()) },
                "--info-file" => settings with { InfoFile = Value() },
                "--copy-duration" => settings with { CopyDuration = Duration(name, Value()) },
                "--launch-duration" => settings with { LaunchDuration = Duration(name, Value()) },
                "--latency" => settings with { Latency = Duration(name, Value()) },
                "--clock-offset" => settings with { ClockOffset = Duration(name, Value()) },
                "--fault" => settings with { Faults = [.. settings.Faults, Fault(Value())] },
                "--fault-rate" => settings with { FaultRate = Rate(Value()) },
                "--seed" => settings with { Seed = Seed(Value()) },
                "--more-images" => settings with { MoreImages = Count(Value()) },
                _ => throw new CommandLineException($"There is no option '{arguments[i]}'."),
            };

            string Value()
            {
                if (value is not null)
                    return value;
                return ++i < arguments.Count ? arguments[i] : throw new CommandLineException($"The option '{name}' needs a value.");
            }
        }
        if (settings.Faults.Count > 0 != settings.FaultRate > 0)
            throw new CommandLineException("The options '--fault' and '--fault-rate' go together.");
        return settings;
    }

    /// <summary>Both <c>--name value</c> and <c>--name=value</c> are understood.</summary>
    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static string Urls(string text)
    {
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length == 0 || !Array.TrueForAll(urls, IsHttp))
            throw new CommandLineException($"'{text}' is not where one can listen: say something like http://127.0.0.1:8555.");
        return string.Join(';', urls);
    }

    /// <summary>Kestrel's wildcards are no host names, so they are put in place of one before looking.</summary>
    private static bool IsHttp(string url) =>
        Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp && uri.PathAndQuery == "/"
        // A name can have several addresses, and no port is free on all of them for sure.
        && (uri.Port != 0 || uri.Host != "localhost");

    private static TimeSpan Duration(string name, string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero
            ? duration
            : throw new CommandLineException($"'{text}' is not a duration for '{name}': say something like 00:00:05.");

    private static FaultKind Fault(string text) => FaultNames.TryParse(text, out var kind)
        ? kind
        : throw new CommandLineException($"There is no fault '{text}'. There are: {string.Join(", ", FaultNames.All)}.");

    private static double Rate(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 1
            ? rate
            : throw new CommandLineException($"'{text}' is not a rate: say something above 0 and not above 1, like 0.2.");

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? count
        : throw new CommandLineException($"'{text}' is not a number of images: say a whole number.");

    private static int Seed(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : throw new CommandLineException($"'{text}' is not a seed: say a whole number.");
}
