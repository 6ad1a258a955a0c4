using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Finds the image that a request names.</summary>
internal static class OwnImage
{
    /// <summary>Finds the image of the parameter <c>ImageId</c> among those that the account can see.</summary>
    public static SimulatedImage Visible(ActionContext context) => Visible(context.Parameters.Text("ImageId"), context);

    public static SimulatedImage Visible(string id, ActionContext context)
    {
        if (!IdFormat.Fits("img", id))
            throw new ServiceException("InvalidImageId.Malformed", id);
        return context.State.Images.Find(id, context.Region, context.AccountId) ?? throw new ServiceException("InvalidImageId.NotFound", id);
    }

    /// <summary>Refuses a name that another image of the account has in the region.</summary>
    public static void CheckNameIsFree(string name, string exceptId, ActionContext context)
    {
        var images = context.State.Images.Owned(context.Region, context.AccountId);
        if (images.Any(image => image.ImageName == name && image.ImageId != exceptId))
            throw new ServiceException("InvalidImageName.Duplicate", name);
    }
}
