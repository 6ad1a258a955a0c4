using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns;

/// <summary>Compares the promises about instances with the state of the simulator.</summary>
internal sealed class LaunchInvariants(Schedule schedule, SimulatedCloud cloud, string accountId, List<string> violations)
{
    private readonly HashSet<string> _doubled = new(StringComparer.Ordinal);

    private ILookup<string, SimulatedInstance> ByImage => cloud.Instances(accountId).ToLookup(instance => instance.ImageId, StringComparer.Ordinal);

    /// <summary>Checks that the line has created the instances of each image once, however often it ran.</summary>
    public void CheckDoubles()
    {
        if (schedule.Responses.InstancesPerCopy == 0)
            return;
        foreach (var image in ByImage.Where(image => image.Count() > schedule.Responses.InstancesPerCopy && _doubled.Add(image.Key)))
            violations.Add($"{image.Count()} instances were created from {image.Key}, and not {schedule.Responses.InstancesPerCopy}");
    }

    /// <summary>Checks the results of a process that ran to its end.</summary>
    public void CheckProcess(LaunchLine line, DateTimeOffset startedAt)
    {
        var byImage = ByImage;
        var outcomes = line.Outcomes.ToLookup(outcome => outcome.ImageId, StringComparer.Ordinal);
        foreach (var image in line.Images)
        {
            if (!outcomes[image].Any())
                violations.Add($"there is no result for the instances of {image}");
            var named = outcomes[image].SelectMany(outcome => outcome.InstanceIds).ToList();
            if (named.Count != named.Distinct().Count())
                violations.Add($"an instance of {image} has two rows: {string.Join(", ", named)}");
            if (named.Except(byImage[image].Select(instance => instance.InstanceId)).Any())
                violations.Add($"a row names an instance that is not one of {image}: {string.Join(", ", named)}");
            var created = byImage[image].Where(instance => instance.CreatedTime >= startedAt && !named.Contains(instance.InstanceId)).ToList();
            if (created.Count > 0 && !outcomes[image].Any(outcome => outcome.Error is TencentCloudException { MayHaveActed: true } error && HasToken(error)))
                violations.Add($"instances of {image} were created, and nothing says so: {string.Join("; ", outcomes[image])}");
        }
    }

    /// <summary>Checks after all faults have ended that each completed copy has its instances.</summary>
    public void CheckAfterFaults(IEnumerable<SavedRow> rows)
    {
        if (schedule.Responses.InstancesPerCopy == 0)
            return;
        var byImage = ByImage;
        foreach (var row in rows.Where(row => row.Status == ImageCopyStatus.Completed))
        {
            // A copy that is a source too may be busy.
            var isSource = schedule.Images.Any(image => image.ImageId == row.CopyId);
            if (byImage[row.CopyId!].Count() < schedule.Responses.InstancesPerCopy && !isSource)
                violations.Add($"all faults have ended, but {row.CopyId} has {byImage[row.CopyId!].Count()} instances");
        }
    }

    private static bool HasToken(TencentCloudException error) => error.Message.Contains("client token is '", StringComparison.Ordinal);
}
