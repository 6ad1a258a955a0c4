using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Deletes custom images: all that the request names, or none.</summary>
internal sealed class DeleteImages : IApiAction
{
    public string Name => nameof(DeleteImages);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = context.Parameters.Texts("ImageIds");
        if (ids.Count == 0)
            throw new ServiceException("MissingParameter", "ImageIds");
        if (ids.Count > context.Options.MaximumImagesPerDeletion)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "ImageIds");
        var images = ids.Distinct(StringComparer.Ordinal).Select(id => OwnImage.Visible(id, context)).ToList();
        foreach (var image in images)
            Check(image, context);
        if (context.Parameters.Flag("DryRun"))
            return context.DryRunPassed();

        foreach (var image in images)
            Delete(image, context.Parameters.Flag("DeleteBindedSnap"), context.State);
        return [];
    }

    private static void Check(SimulatedImage image, ActionContext context)
    {
        switch (ImageStore.TypeFor(image, context.AccountId))
        {
            case ImageTypes.Public:
                throw new ServiceException("InvalidParameterValue.InvalidImageId", image.ImageId);
            case ImageTypes.Shared:
                throw new ServiceException("InvalidParameterValue.InvalidImageIdIsShared", image.ImageId);
        }
        var state = context.State.Copies.View(image, context.AccountId, context.Now, context.Options).State;
        if (state is ImageStates.Creating or ImageStates.Syncing or ImageStates.Importing)
            throw new ServiceException("InvalidImageId.IncorrectState", $"{image.ImageId} {state}");
        if (context.State.Copies.IsSource(image.ImageId, context.AccountId))
            throw new ServiceException("MutexOperation.TaskRunning", image.ImageId);
        if (image.SharedWith.Count > 0)
            throw new ServiceException("InvalidImageId.InShared", image.ImageId);
    }

    private static void Delete(SimulatedImage image, bool withSnapshots, CloudState state)
    {
        state.Images.Remove(image.ImageId);
        if (withSnapshots)
            state.Snapshots.Remove(image.Snapshots);
        else
            state.Snapshots.Keep(image);
    }
}
