using System.Management.Automation;
using TencentImageReplication.Plans;

namespace TencentImageReplication.Completion;

/// <summary>Completes the families of the plans that the command names.</summary>
public sealed class PlanFamilyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line)
    {
        var input = new PlanInput(new SessionState().Path, warn: _ => { }, fail: _ => { });
        return line.Values("Plan")
            .SelectMany(plan => input.Read(PSObject.AsPSObject(plan)))
            .SelectMany(plan => plan.Families)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(family => new Suggestion(family));
    }
}
