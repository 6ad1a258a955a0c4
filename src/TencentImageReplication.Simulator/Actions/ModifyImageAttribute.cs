using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Changes the name, the description and other attributes of a custom image.</summary>
internal sealed class ModifyImageAttribute : IApiAction
{
    public string Name => nameof(ModifyImageAttribute);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        ImageTexts.Check(parameters);
        var image = OwnImage.Visible(context);
        CheckImage(image, context);
        var name = parameters.Text("ImageName");
        if (name.Length > 0)
            OwnImage.CheckNameIsFree(name, image.ImageId, context);
        context.State.Images.Put(image with
        {
            ImageName = name.Length > 0 ? name : image.ImageName,
            Description = parameters.Text("ImageDescription", image.Description),
            Family = parameters.Text("ImageFamily", image.Family),
            Deprecated = parameters.Flag("ImageDeprecated", image.Deprecated),
        });
        return [];
    }

    private static void CheckImage(SimulatedImage image, ActionContext context)
    {
        switch (ImageStore.TypeFor(image, context.AccountId))
        {
            case ImageTypes.Public:
                throw new ServiceException("InvalidImageId.NotFound", image.ImageId);
            case ImageTypes.Shared:
                throw new ServiceException("UnsupportedOperation.SharedImageModifyUnsupported", image.ImageId);
        }
        if (image.SharedWith.Count > 0 && !context.Options.SharedOutImagesCanBeModified)
            throw new ServiceException("UnsupportedOperation.SharedImageModifyUnsupported", image.ImageId);
        if (image.State != ImageStates.Normal)
            throw new ServiceException("InvalidImageId.IncorrectState", image.State);
    }
}
