using System.Management.Automation;
using TencentImageReplication.Errors;
using TencentImageReplication.Queries;
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

    /// <summary>Reads the lists of a search in parallel, and emits objects as they arrive. A list that fails is a non-terminating error.</summary>
    /// <param name="search">The search.</param>
    /// <param name="read">Reads one list.</param>
    /// <param name="take">Receives an object; returns true to get more.</param>
    private protected void ReadLists<T, TItem>(
        Search<T> search, Func<RegionQuery<T>, CancellationToken, IAsyncEnumerable<TItem>> read, Func<RegionQuery<T>, TItem, bool> take)
        where T : class =>
        ReadLists(search.Lists, list => list.Region, read, take, search.MarkFailed);

    /// <summary>Writes an error for each ID and name that was not found, or a verbose message if nothing was found.</summary>
    private protected void ReportMissing<T>(
        Search<T> search, Func<string, IEnumerable<string>, ErrorRecord> idNotFound, Func<string, IEnumerable<string>, ErrorRecord> nameNotFound)
        where T : class
    {
        foreach (var (id, regions) in search.MissingIds())
            WriteError(idNotFound(id, regions));
        foreach (var (name, regions) in search.MissingNames())
            WriteError(nameNotFound(name, regions));
        if (search.Fruitless is { Count: > 0 } searched)
            WriteVerbose(Messages.NothingFound(searched));
    }
}
