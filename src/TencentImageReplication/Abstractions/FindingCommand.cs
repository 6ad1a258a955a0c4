using TencentImageReplication.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that find objects by name. A filter without a value finds nothing: it never means everything.</summary>
public abstract class FindingCommand : TccCloudCmdlet
{
    /// <summary>Ends the command if a parameter of the command line has no value, such as an unset variable.</summary>
    private protected void RefuseEmptyFilters(params (string Parameter, string[]? Values)[] filters)
    {
        foreach (var (parameter, values) in filters)
        {
            if (HasEmptyFilter(parameter, values))
                ThrowTerminatingError(ErrorRecords.EmptyFilter(parameter));
        }
    }

    /// <summary>Returns true if a parameter was specified, or bound to a piped object, without a value.</summary>
    private protected bool HasEmptyFilter(string parameter, string[]? values) =>
        IsGiven(parameter) && (values is null || values.All(string.IsNullOrEmpty));

    /// <summary>Writes a verbose message that filters selected nothing.</summary>
    private protected void SayNothingFound(IEnumerable<string> regions) => WriteVerbose(Messages.NothingFound([.. regions.Distinct()]));
}
