using System.Globalization;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Reads the command line.</summary>
internal static class CommandLine
{
    public static string Help { get; } = $"""
        Usage: TencentImageReplication.SimulatorHost [options]

        Serves a simulated CVM service on a port, for any client. It causes no costs and sends nothing to the internet.

          --urls <url[;url]>           the addresses to listen on, http or https; port 0 selects a free port (http://127.0.0.1:8555)
          --info-file <path>           write the endpoint, keys and images to this JSON file when the port is open
          --certificate <path>         write the certificate of https to this PEM file (beside the info file, or a temporary file)
          --scenario <file or name>    play this scenario; options on the command line have precedence. Scenarios that come with it:
                                       {string.Join(", ", Scenario.Ready)}
          --site <name>                the site whose actions and fields to play: china or international (china)
          --copy-duration <hh:mm:ss>   the duration of a copy (00:00:30)
          --launch-duration <hh:mm:ss> the time that an instance takes to start (00:00:05)
          --latency <hh:mm:ss[.fff]>   the time of every call (00:00:00)
          --clock-offset <hh:mm:ss>    the time by which the clock of the service is ahead of this machine (00:00:00)
          --fault <name>               a fault to play; can be repeated:
                                       {string.Join(", ", FaultNames.All)}
          --fault-rate <0..1>          the part of the calls that get a fault, shared by all faults
          --seed <number>              the seed of IDs and faults (1)
          --more-images <number>       the number of additional custom images of the owner, for large tests (0)
          --cross-border               enable copies between the mainland and other regions for all accounts
          --no-rate-limits             do not enforce the documented requests per second
          --verbose                    write every request to the console
          --help                       show this text

        GET /latest/meta-data/cam/security-credentials/ responds like the metadata service of a CVM instance that has
        the role of the owner's account.
        GET /_simulator/state returns accounts, images, instances and calls as JSON. It needs no signature and returns no secrets.
        """;

    /// <exception cref="CommandLineException">The command line is not valid.</exception>
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
                "--certificate" => settings with { CertificateFile = Value() },
                "--scenario" => settings with { Scenario = ReadScenario(Value()) },
                "--site" => settings with { Site = Site(Value()) },
                "--copy-duration" => settings with { CopyDuration = Duration(name, Value()) },
                "--launch-duration" => settings with { LaunchDuration = Duration(name, Value()) },
                "--latency" => settings with { Latency = Duration(name, Value()) },
                "--clock-offset" => settings with { ClockOffset = Duration(name, Value()) },
                "--fault" => settings with { Faults = [.. settings.Faults, Fault(Value())] },
                "--fault-rate" => settings with { FaultRate = Rate(Value()) },
                "--seed" => settings with { Seed = Seed(Value()) },
                "--more-images" => settings with { MoreImages = Count(Value()) },
                _ => throw new CommandLineException($"'{arguments[i]}' is not an option."),
            };

            string Value()
            {
                if (value is not null)
                    return value;
                return ++i < arguments.Count ? arguments[i] : throw new CommandLineException($"The option '{name}' needs a value.");
            }
        }
        if (settings.Faults.Count > 0 != settings.FaultRate > 0)
            throw new CommandLineException("Specify '--fault' and '--fault-rate' together.");
        return settings;
    }

    /// <summary>Splits <c>--name=value</c>. The value of <c>--name value</c> is the next argument.</summary>
    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static string Urls(string text)
    {
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length == 0 || !Array.TrueForAll(urls, IsHttp))
            throw new CommandLineException($"'{text}' is not an address to listen on. Example: http://127.0.0.1:8555");
        return string.Join(';', urls);
    }

    private static Scenario ReadScenario(string pathOrName)
    {
        try
        {
            return Scenario.Load(pathOrName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException(error.Message);
        }
    }

    /// <summary>Returns true for an HTTP or HTTPS address. Kestrel's wildcards are not host names, so a name replaces them for this check.</summary>
    private static bool IsHttp(string url) =>
        Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.PathAndQuery == "/"
        // A name can have several addresses, and a port that is free on one of them may not be free on the others.
        && (uri.Port != 0 || uri.Host != "localhost");

    private static SimulatedSite Site(string text) => text switch
    {
        "china" => SimulatedSite.China,
        "international" => SimulatedSite.International,
        _ => throw new CommandLineException($"'{text}' is not a site. The sites are: china, international."),
    };

    private static TimeSpan Duration(string name, string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero
            ? duration
            : throw new CommandLineException($"'{text}' is not a duration for '{name}'. Example: 00:00:05");

    private static FaultKind Fault(string text) => FaultNames.TryParse(text, out var kind)
        ? kind
        : throw new CommandLineException($"'{text}' is not a fault. The faults are: {string.Join(", ", FaultNames.All)}.");

    private static double Rate(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 1
            ? rate
            : throw new CommandLineException($"'{text}' is not a rate. Specify a number greater than 0 and at most 1, for example 0.2.");

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? count
        : throw new CommandLineException($"'{text}' is not a number of images. Specify a whole number.");

    private static int Seed(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : throw new CommandLineException($"'{text}' is not a seed. Specify a whole number.");
}
