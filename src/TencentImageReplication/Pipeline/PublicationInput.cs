using System.Management.Automation;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>Collects what to publish from images, copies, rows of plans, rows of earlier publications and IDs.</summary>
/// <param name="resolveRegion">Returns a region, or the default if it is empty.</param>
/// <param name="skip">Receives the reason why an item is skipped.</param>
/// <param name="fail">Receives an error.</param>
internal sealed class PublicationInput(Func<string?, string> resolveRegion, Action<string> skip, Action<ErrorRecord> fail)
{
    private readonly List<PublicationRequest> _requests = [];

    /// <summary>Returns what was collected.</summary>
    // A method: no type of this assembly can implement a generic of a private type.
    internal IReadOnlyList<PublicationRequest> Requests() => _requests;

    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="targets">The targets of the command line.</param>
    internal void Read(InputItem item, IReadOnlyList<TargetSelector> targets)
    {
        if (item.IsBlankLine)
            skip(Messages.BlankLineSkipped());
        else if (PublicationRows.IsRow(item.Value))
            ReadRow(item.Value!);
        else if (targets.Count == 0)
            fail(ErrorRecords.NoPublicationTarget());
        else
            ReadImage(item, targets);
    }

    private void ReadRow(PSObject value)
    {
        if (PublicationRows.TryRead(value, fail) is not { } row)
            return;
        // The target of a row that was refused may not have been found.
        var target = row.TargetId.Length > 0 ? new TargetSelector(row.Kind, row.TargetId, IsId: true) : new TargetSelector(row.Kind, row.TargetName, IsId: false);
        _requests.Add(new(row.Region, row.ImageId, [target]) { Earlier = row });
    }

    private void ReadImage(InputItem item, IReadOnlyList<TargetSelector> targets)
    {
        var region = resolveRegion(item.Region);
        var piped = new PipedImage(item.ImageIds.FirstOrDefault(), region, TextOf(item.Value, "Status"), TextOf(item.Value, "SourceImageId"));
        if (piped.PlannedSkipReason() is { } reason)
            skip(reason);
        // A region whose copy is not there is not ready, and may refuse the rollout.
        else if (piped is { SourceImageId: not null } && piped.Problem() is { } problem)
            _requests.Add(new(region, piped.ImageId ?? "", targets) { Problem = ViolationOf(problem) });
        else if (item.ImageIds.Length == 0)
            fail(ErrorRecords.NoImageId(item.Value));
        else
            Array.ForEach(item.ImageIds, imageId => Add(item, imageId, region, targets));
    }

    private void Add(InputItem item, string imageId, string region, IReadOnlyList<TargetSelector> targets)
    {
        if (InputItem.Check(imageId, region) is { } violation)
            fail(ErrorRecords.From(violation, item.Value));
        else
            _requests.Add(new(region, imageId, targets));
    }

    private static RuleViolation ViolationOf(ErrorRecord problem) => new(
        problem.FullyQualifiedErrorId, problem.Exception.Message, (problem.Exception as IAdvisedException)?.RecommendedAction ?? "");

    private static string? TextOf(PSObject? value, string name) => value?.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}
