using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The parameters of a script, whose placeholders look like <c>{{key}}</c>, or <c>{{tat-hidden:key}}</c> for a value that is not shown.</summary>
internal sealed class CommandParameters
{
    private const int MaxParameters = 20;
    private const int MaxKeyLength = 64;
    private const string Mask = "******";

    private static readonly Regex Placeholder = new(@"\{\{(?<hidden>tat-hidden:)?(?<key>[A-Za-z0-9_-]+)\}\}", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _given;
    private readonly Dictionary<string, string> _defaults;
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    private CommandParameters(string script, Dictionary<string, string> given, Dictionary<string, string> defaults, bool isEnabled)
    {
        _given = given;
        _defaults = defaults;
        Script = isEnabled ? Placeholder.Replace(script, Value) : script;
    }

    /// <summary>The script with the values in place of the placeholders.</summary>
    public string Script { get; }

    /// <summary>The values as the service shows them.</summary>
    public string Given => Shown(_given);

    /// <summary>The default values as the service shows them.</summary>
    public string Defaults => Shown(_defaults);

    public static CommandParameters Read(Parameters parameters, string script)
    {
        var (given, defaults, list) = (parameters.Text("Parameters"), parameters.Text("DefaultParameters"), parameters.Objects("DefaultParameterConfs"));
        if (defaults.Length > 0 && list.Count > 0)
            throw new ServiceException("InvalidParameter", "DefaultParameters, DefaultParameterConfs");
        if (!parameters.Flag("EnableParameter"))
        {
            if (given.Length > 0)
                throw new ServiceException("InvalidParameterValue.ParameterDisabled", "Parameters");
            if (defaults.Length > 0 || list.Count > 0)
                throw new ServiceException("InvalidParameterValue.SupportParametersOnlyIfEnableParameter", "DefaultParameters");
            return new CommandParameters(script, [], [], isEnabled: false);
        }
        return new CommandParameters(script, Parse(given, "Parameters"), list.Count > 0 ? Of(list) : Parse(defaults, "DefaultParameters"), isEnabled: true);
    }

    private static Dictionary<string, string> Of(IReadOnlyList<Parameters> list)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            var key = item.Text("ParameterName");
            CheckKey(key);
            if (values.ContainsKey(key))
                throw new ServiceException("InvalidParameter.ParameterNameDuplicated", key);
            values.Add(key, item.Text("ParameterValue"));
        }
        return Checked(values, "DefaultParameterConfs");
    }

    private static Dictionary<string, string> Parse(string json, string parameter)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.Length == 0)
            return values;
        using var document = ParseObject(json, parameter);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            CheckKey(member.Name);
            if (values.ContainsKey(member.Name))
                throw new ServiceException("InvalidParameterValue.ParameterKeyDuplicated", member.Name);
            if (member.Value.ValueKind != JsonValueKind.String)
                throw new ServiceException("InvalidParameterValue.ParameterValueNotString", member.Name);
            values.Add(member.Name, member.Value.GetString()!);
        }
        return Checked(values, parameter);
    }

    private static JsonDocument ParseObject(string json, string parameter)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            throw new ServiceException("InvalidParameterValue.ParameterInvalidJsonFormat", parameter);
        }
        throw new ServiceException("InvalidParameterValue.ParameterInvalidJsonFormat", parameter);
    }

    private static void CheckKey(string key)
    {
        if (key.Length > MaxKeyLength)
            throw new ServiceException("InvalidParameterValue.ParameterKeyLenExceeded", key);
        if (key.Length == 0 || !key.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'))
            throw new ServiceException("InvalidParameterValue.ParameterKeyContainsInvalidChar", key);
    }

    private static Dictionary<string, string> Checked(Dictionary<string, string> values, string parameter) =>
        values.Count <= MaxParameters ? values : throw new ServiceException("InvalidParameterValue.ParameterNumberExceeded", parameter);

    private string Value(Match match)
    {
        var key = match.Groups["key"].Value;
        if (match.Groups["hidden"].Success)
            _hidden.Add(key);
        return _given.TryGetValue(key, out var value) || _defaults.TryGetValue(key, out value)
            ? value
            : throw new ServiceException("InvalidParameterValue.LackOfParameterInfo", key);
    }

    private string Shown(Dictionary<string, string> values) => values.Count == 0
        ? ""
        : new JsonObject(values.Select(value => new KeyValuePair<string, JsonNode?>(value.Key, _hidden.Contains(value.Key) ? Mask : value.Value))).ToJsonString();
}
