using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>Creates and deletes images while a client reads a list of them (<see cref="SimulatedCloudOptions.ImagesBetweenPages"/>).</summary>
internal sealed class ListDrift
{
    private int _times;

    /// <summary>Changes the images of an account after a page that is not the last.</summary>
    /// <param name="state">The state of the cloud.</param>
    /// <param name="page">The images of the page.</param>
    /// <param name="region">The region of the list.</param>
    /// <param name="accountId">The account that reads the list.</param>
    /// <param name="now">The time.</param>
    public void Apply(CloudState state, IEnumerable<SimulatedImage> page, string region, string accountId, DateTimeOffset now)
    {
        var changes = state.Options.ImagesBetweenPages;
        if ((changes.Created == 0 && changes.Deleted == 0) || _times >= changes.Times)
            return;
        _times++;
        var deleted = page
            .Where(image => image.AccountId == accountId
                && image.State == ImageStates.Normal
                && image.ImageName.StartsWith(changes.DeletedNames, StringComparison.Ordinal))
            .Take(changes.Deleted);
        foreach (var image in deleted.ToList())
        {
            state.Images.Remove(image.ImageId);
            state.Snapshots.Remove(image.Snapshots);
        }

        for (var created = 0; created < changes.Created; created++)
        {
            state.Images.Put(new SimulatedImage
            {
                ImageId = state.Ids.Resource("img"),
                ImageName = $"made-{_times}-{created + 1}",
                Region = region,
                AccountId = accountId,
                CreatedTime = now,
                Snapshots = [new(state.Ids.Resource("snap"), "SYSTEM_DISK", 50)],
            });
        }
    }
}
