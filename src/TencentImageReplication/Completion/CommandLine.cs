using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Session;

namespace TencentImageReplication.Completion;

/// <summary>The typed part of the command whose argument is completed.</summary>
internal sealed class CommandLine(CommandAst command, IDictionary bound, string parameterName, string word)
{
    private const string RegionParameter = "Region";
    private const string DestinationParameter = "DestinationRegion";

    private readonly Lazy<TccContext?> _context = new(() => Find(bound));
    private CloudLookup? _lookup;

    /// <summary>The parameter whose argument is completed.</summary>
    internal string ParameterName => parameterName;

    // Null if -Context needs code to run: the images of another connection are no help.
    private TccContext? Context => _context.Value;

    /// <summary>The lookup for all values of this completion, with one time limit; null without a connection.</summary>
    internal CloudLookup? Lookup => _lookup ??= Context is { } context ? new CloudLookup(context.Memory) : null;

    /// <summary>Returns the arguments of a parameter that are known without running code.</summary>
    internal IReadOnlyList<string> Values(string parameter) => [.. Flatten(bound[parameter])];

    /// <summary>Returns true if a switch was specified.</summary>
    internal bool IsOn(string parameter) => LanguagePrimitives.IsTrue(bound[parameter]);

    /// <summary>
    /// Returns the regions of the command: the specified ones, else those of the piped objects, else the default region.
    /// </summary>
    internal IReadOnlyList<string> Regions(string parameter = RegionParameter)
    {
        if (Values(parameter) is { Count: > 0 } given)
            return given;
        if (parameter == RegionParameter && PipedRegions() is { Count: > 0 } piped)
            return piped;
        return Context?.Region is { Length: > 0 } region ? [region] : [];
    }

    /// <summary>Returns the values of the parameter before the one that is completed.</summary>
    internal IEnumerable<string> EarlierValues()
    {
        // From the text: an array that ends in a comma is incomplete and not bound.
        var typed = command.CommandElements
            .SkipWhile(element => element is not CommandParameterAst { ParameterName: var name }
                || !string.Equals(name, parameterName, StringComparison.OrdinalIgnoreCase))
            .Skip(1)
            .TakeWhile(element => element is not CommandParameterAst)
            .SelectMany(Constants);
        return typed.Concat(Values(parameterName)).Where(value => value != word.Trim('\'', '"'));
    }

    private static TccContext? Find(IDictionary bound)
    {
        if (bound.Contains("Context"))
            return Unwrap(bound["Context"]) as TccContext;
        return Runspace.DefaultRunspace is { } runspace ? ModuleState.For(runspace).Context ?? DefaultConnection.Find() : null;
    }

    // Reads the regions of the objects that an earlier command emits: copies are in their destination.
    private List<string> PipedRegions()
    {
        if (command.Parent is not PipelineAst pipeline)
            return [];
        foreach (var earlier in pipeline.PipelineElements.TakeWhile(element => element != command).OfType<CommandAst>().Reverse())
        {
            if (earlier.GetCommandName()?.Contains("-Tcc") != true)
                continue;
            var parameters = StaticParameterBinder.BindCommand(earlier, resolve: true).BoundParameters;
            if ((parameters.TryGetValue(DestinationParameter, out var given) || parameters.TryGetValue(RegionParameter, out given))
                && given.Value is { } value
                && Constants(value).ToList() is { Count: > 0 } regions)
            {
                return regions;
            }
        }

        return [];
    }

    private static IEnumerable<string> Constants(Ast value) =>
        value.FindAll(ast => ast is StringConstantExpressionAst, searchNestedScriptBlocks: false)
            .Cast<StringConstantExpressionAst>()
            .Select(constant => constant.Value);

    private static IEnumerable<string> Flatten(object? value) => Unwrap(value) switch
    {
        null => [],
        string text => text.Length > 0 ? [text] : [],
        IEnumerable items => items.Cast<object?>().SelectMany(Flatten),
        var other => Flatten(other.ToString()),
    };

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
