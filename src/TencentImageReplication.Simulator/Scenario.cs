using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator;

/// <summary>
/// A scenario for a rehearsal, from a JSON file: settings, accounts, images, instances and faults. The file may have comments.
/// Its keys are those of <see cref="ScenarioDocument"/>, in lower camel case.
/// </summary>
public sealed class Scenario
{
    private const string ReadyPrefix = "Scenarios.Ready.";
    private const string ReadySuffix = ".json";

    private readonly string _json;

    private Scenario(string name, string json)
    {
        Name = name;
        _json = json;
    }

    /// <summary>The names of the scenarios that the simulator comes with.</summary>
    public static IReadOnlyList<string> Ready { get; } =
    [
        .. typeof(Scenario).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ReadyPrefix, StringComparison.Ordinal))
            .Select(name => name.Substring(ReadyPrefix.Length, name.Length - ReadyPrefix.Length - ReadySuffix.Length))
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The name in errors: the path of the file.</summary>
    public string Name { get; }

    /// <summary>The description, in the language of the UI culture where the scenario has it; empty for none.</summary>
    public string Description => ScenarioParser.Parse(_json, []) is { } root
        ? Localized.Text(root.MemberText("description"), root.Member("descriptionZh") is null ? root.MemberText("description") : root.MemberText("descriptionZh"))
        : "";

    /// <summary>Creates a scenario from a text.</summary>
    public static Scenario Parse(string json, string name) => new(name, json);

    /// <summary>Reads a file, or the scenario of this name that the simulator comes with when there is no such file.</summary>
    /// <param name="pathOrName">The path or the name.</param>
    /// <param name="toFullPath">Returns the full path of a file; null for the current directory of the process.</param>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    public static Scenario Load(string pathOrName, Func<string, string>? toFullPath = null)
    {
        var path = toFullPath?.Invoke(pathOrName) ?? pathOrName;
        if (File.Exists(path))
            return new Scenario(pathOrName, File.ReadAllText(path));
        if (Ready.FirstOrDefault(known => string.Equals(known, pathOrName, StringComparison.OrdinalIgnoreCase)) is not { } name)
        {
            var names = Localized.List(Ready);
            throw new FileNotFoundException(
                Localized.Text(
                    $"There is no scenario file '{pathOrName}'. The scenarios that the simulator comes with are: {names}.",
                    $"找不到场景文件“{pathOrName}”。模拟器自带的场景有：{names}。"),
                path);
        }
        using var reader = new StreamReader(typeof(Scenario).Assembly.GetManifestResourceStream(ReadyPrefix + name + ReadySuffix)!, Encoding.UTF8);
        return new Scenario(name, reader.ReadToEnd());
    }

    /// <summary>Creates a cloud that plays the scenario.</summary>
    /// <param name="timeProvider">The clock of the cloud.</param>
    /// <param name="settings">The settings where the scenario has none. The scenario changes them.</param>
    /// <param name="change">Changes the settings of the scenario before the cloud is created; null for nothing to change.</param>
    /// <exception cref="ScenarioException">The scenario has mistakes.</exception>
    public SimulatedCloud CreateCloud(TimeProvider timeProvider, SimulatedCloudOptions? settings = null, Action<SimulatedCloudOptions>? change = null)
    {
        var binder = new ScenarioBinder(timeProvider.GetUtcNow());
        SimulatedCloud? cloud = null;
        if (ScenarioParser.Parse(_json, binder.Problems) is { } root)
            cloud = Create(root, binder, timeProvider, settings ?? new SimulatedCloudOptions(), change);
        return binder.Problems.Count == 0
            ? cloud!
            : throw new ScenarioException(Name, [.. binder.Problems.OrderBy(problem => problem.Line)]);
    }

    private static SimulatedCloud? Create(
        ScenarioNode root, ScenarioBinder binder, TimeProvider timeProvider, SimulatedCloudOptions settings, Action<SimulatedCloudOptions>? change)
    {
        binder.CheckKeys(root, typeof(ScenarioDocument));
        var world = root.Member("world") is { } node ? binder.Convert(node, typeof(ScenarioWorld)) as ScenarioWorld? : ScenarioWorld.Default;
        if (root.Member("settings") is { } given)
            binder.Apply(given, settings);
        // The rest depends on the regions and on the seed.
        if (binder.Problems.Count > 0)
            return null;
        change?.Invoke(settings);
        var cloud = world == ScenarioWorld.Empty ? new SimulatedCloud(settings, timeProvider) : SimulatedWorld.Create(settings, timeProvider);
        new ScenarioStage(cloud, binder).Set(root);
        return cloud;
    }
}
