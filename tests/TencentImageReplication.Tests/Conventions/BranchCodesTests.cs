using System.Text.Json;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TencentImageReplication.Commands;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>The module treats a documented error code in its own way only if the simulator can play it.</summary>
public sealed class BranchCodesTests
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["FailedOperation.PolicyEnforcedInvalid"] = "The setting TagFailures has it as a text.",
        ["FailedOperation.ResourceTagProcessing"] = "The setting TagFailures has it as a text.",
        ["InternalServerError"] = "A failure of the service itself: a fault plays it.",
        ["InvalidParameterValue.LaunchTemplateNotFound"] = "The setting UnknownLaunchTemplateErrorCode has it as a text.",
        ["ResourceUnavailable"] = "The module names the beginning of codes.",
        ["UnsupportedOperation.InstanceStateTerminated"] = "A deleted instance is not listed: the code has no state that the simulator plays.",
    };

    [Fact]
    public void The_simulator_plays_every_documented_code_that_the_module_names()
    {
        var documented = Documented();
        var played = Texts(typeof(SimulatedCloud));
        var named = Texts(typeof(ConnectTccAccountCommand)).Concat(Texts(typeof(CvmClient))).Where(documented.Contains).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 60, $"Only {named.Count} codes are found.");
        Assert.Equal(Exceptions.Keys.Order(StringComparer.Ordinal), named.Where(code => !IsPlayed(code, played)));
    }

    // Some codes are put together from a beginning and the name of a state.
    private static bool IsPlayed(string code, HashSet<string> texts) => texts.Contains(code)
        || texts.Any(start => start.Length > 10 && start.Contains('.', StringComparison.Ordinal) && code.StartsWith(start, StringComparison.Ordinal) && texts.Contains(code[start.Length..]));

    private static HashSet<string> Documented()
    {
        using var codes = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "error-codes.json")));
        return [.. codes.RootElement.EnumerateObject().SelectMany(service => service.Value.EnumerateObject()).SelectMany(action => action.Value.EnumerateArray()).Select(code => code.GetString()!)];
    }

    /// <summary>Returns the texts in the code of an assembly, except those of messages.</summary>
    private static HashSet<string> Texts(Type type)
    {
        using var module = ModuleDefinition.ReadModule(type.Assembly.Location);
        return
        [
            .. module.GetTypes().Where(known => known.Name != "ErrorText")
                .SelectMany(known => known.Methods)
                .Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions)
                .Where(instruction => instruction.OpCode == OpCodes.Ldstr)
                .Select(instruction => (string)instruction.Operand),
        ];
    }
}
