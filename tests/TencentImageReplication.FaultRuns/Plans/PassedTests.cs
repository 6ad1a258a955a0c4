using System.Text.Json;
using TencentImageReplication.FaultRuns.Testing;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>The images on whose instances the script of a test really succeeded.</summary>
internal sealed class PassedTests(SimulatedCloud cloud)
{
    private const string Verified = "ImageReplicationVerified";

    private readonly Dictionary<string, DateTimeOffset> _ends = [];

    /// <summary>Notes a RunCommand request when it arrives.</summary>
    public void Note(JsonElement request, DateTimeOffset now)
    {
        foreach (var id in request.GetProperty("InstanceIds").EnumerateArray().Select(element => element.GetString()!))
        {
            if (cloud.Instances().FirstOrDefault(instance => instance.InstanceId == id) is { } machine && CanPass(machine.ImageId, machine.Region))
                _ends.TryAdd(machine.ImageId, now + cloud.Options.CommandDelivery + cloud.Options.CommandDuration);
        }
    }

    /// <summary>Checks if an image has the tag of images that passed, or passed a moment before.</summary>
    public bool Has(SimulatedImage image, DateTimeOffset now) => HasTag(image) || HasJustPassed(image.ImageId, now);

    /// <summary>Checks that a TagResources request says of no image that it passed, unless it did.</summary>
    public void CheckTags(JsonElement request, DateTimeOffset now, List<string> violations)
    {
        if (request.GetProperty("Tags").EnumerateArray().All(tag => tag.GetProperty("TagKey").GetString() != Verified))
            return;
        foreach (var resource in request.GetProperty("ResourceList").EnumerateArray().Select(element => element.GetString()!))
        {
            var id = resource[(resource.LastIndexOf('/') + 1)..];
            if (!HasJustPassed(id, now))
                violations.Add($"{id} gets the tag of images that passed their test, but it did not");
        }
    }

    /// <summary>Checks if a test of an image can pass, or is not needed any more.</summary>
    public bool CanPass(SimulatedImage image) => HasTag(image) || CanPass(image.ImageId, image.Region);

    private bool CanPass(string imageId, string region) =>
        BootTestInvariants.IsGood(cloud.Options.LaunchesOf.TryGetValue(imageId, out var course) ? course : cloud.Options.LaunchesOf[region]);

    private bool HasJustPassed(string imageId, DateTimeOffset now) => _ends.TryGetValue(imageId, out var end) && end <= now;

    private static bool HasTag(SimulatedImage image) => image.Tags.Any(tag => tag.Key == Verified);
}
