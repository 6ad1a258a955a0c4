using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the accounts that an image is shared with.</summary>
internal sealed class DescribeImageSharePermission : IApiAction
{
    public string Name => nameof(DescribeImageSharePermission);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var image = OwnImage.Visible(context);
        if (image.AccountId != context.AccountId)
            throw new ServiceException("UnauthorizedOperation.ImageNotBelongToAccount", image.ImageId);
        return new JsonObject
        {
            ["SharePermissionSet"] = Json.List(image.SharedWith, account => new JsonObject
            {
                ["CreatedTime"] = context.Text(image.SharedAt(account)),
                ["AccountId"] = account,
            }),
        };
    }
}
