using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.SimulatorHost.Tests;

public class CommandLineTests
{
    private static HostSettings Parse(string line) => CommandLine.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Without_options_it_listens_on_the_loopback_only() => Assert.Equal("http://127.0.0.1:8555", Parse("").Urls);

    [Fact]
    public void All_options_are_parsed()
    {
        var settings = Parse(
            "--urls http://127.0.0.1:0 --info-file sim.json --copy-duration 00:00:05 --launch-duration 00:00:01 --latency 00:00:00.200 --clock-offset 00:10:00 "
            + "--fault lost-answer --fault=cut-answer --fault-rate 0.2 --seed 7 --more-images 50 --cross-border --no-rate-limits --verbose --scenario full-quota --certificate sim.pem --site international");

        Assert.Equal(("http://127.0.0.1:0", "sim.json"), (settings.Urls, settings.InfoFile));
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.2)), (settings.CopyDuration, settings.LaunchDuration, settings.Latency));
        Assert.Equal(TimeSpan.FromMinutes(10), settings.ClockOffset);
        Assert.Equal([FaultKind.ResetAfterActing, FaultKind.CutAnswer], settings.Faults);
        Assert.Equal((0.2, 7, 50), (settings.FaultRate, settings.Seed, settings.MoreImages));
        Assert.Equal(("full-quota", "sim.pem"), (settings.Scenario!.Name, settings.CertificateFile));
        Assert.Equal(Simulator.Model.SimulatedSite.International, settings.Site);
        Assert.True(settings.CrossBorder && settings.Verbose && !settings.EnforceRateLimits);
    }

    [Theory]
    [InlineData("--bogus", "--bogus")]
    [InlineData("sim.json", "sim.json")]
    [InlineData("--urls", "--urls")]
    [InlineData("--urls ftp://127.0.0.1:8555", "ftp://127.0.0.1:8555")]
    [InlineData("--scenario no-such-file.json", "no-such-file.json")]
    [InlineData("--urls http://localhost:0", "localhost")]
    [InlineData("--urls 8555", "8555")]
    [InlineData("--copy-duration soon", "soon")]
    [InlineData("--copy-duration -00:00:01", "-00:00:01")]
    [InlineData("--fault gremlins --fault-rate 1", "gremlins")]
    [InlineData("--fault lost-answer", "--fault-rate")]
    [InlineData("--fault-rate 0.5", "--fault")]
    [InlineData("--fault lost-answer --fault-rate 2", "2")]
    [InlineData("--site mars", "mars")]
    [InlineData("--seed x", "x")]
    [InlineData("--more-images -1", "-1")]
    public void An_error_names_the_wrong_value(string line, string named) =>
        Assert.Contains(named, Assert.Throws<CommandLineException>(() => Parse(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_help_lists_every_fault() => Assert.All(FaultNames.All, name => Assert.Contains(name, CommandLine.Help, StringComparison.Ordinal));

    [Theory]
    [InlineData("http://*:8555")]
    [InlineData("http://+:8555")]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("https://127.0.0.1:8555;http://127.0.0.1:8556")]
    [InlineData("http://[::1]:8555;http://127.0.0.1:8555")]
    public void Other_addresses_can_be_specified(string urls) => Assert.Equal(urls, Parse("--urls " + urls).Urls);
}
