using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Shares an image with accounts, or stops sharing it: all accounts that the request names, or none.</summary>
internal sealed class ModifyImageSharePermission : IApiAction
{
    private const int MaximumSharesOfAnImage = 500;

    public string Name => nameof(ModifyImageSharePermission);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var permission = context.Parameters.Text("Permission");
        if (permission is not ("SHARE" or "CANCEL"))
            throw new ServiceException("InvalidParameterValue", "Permission");
        var accounts = context.Parameters.Texts("AccountIds");
        if (accounts.Count == 0)
            throw new ServiceException("MissingParameter", "AccountIds");
        if (accounts.Count > context.Options.MaximumAccountsPerShareCall)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "AccountIds");
        var image = OwnImage.Visible(context);
        CheckImage(image, context);
        foreach (var account in accounts)
            CheckAccount(account, context);
        context.State.Images.Put(permission == "SHARE"
            ? Share(image, accounts, context)
            : accounts.Aggregate(image, (left, account) => left.UnsharedFrom(account)));
        return [];
    }

    private static SimulatedImage Share(SimulatedImage image, IReadOnlyList<string> accounts, ActionContext context)
    {
        if (context.Options.SharingAgainIsError && accounts.FirstOrDefault(image.SharedWith.Contains) is { } already)
            throw new ServiceException("FailedOperation.AccountAlreadyExists", already);
        var shared = accounts.Aggregate(image, (soFar, account) => soFar.SharedWithToo(account, context.Now));
        return shared.SharedWith.Count <= MaximumSharesOfAnImage ? shared : throw new ServiceException("OverQuota", image.ImageId);
    }

    private static void CheckImage(SimulatedImage image, ActionContext context)
    {
        switch (ImageStore.TypeFor(image, context.AccountId))
        {
            case ImageTypes.Public:
                throw new ServiceException("InvalidParameterValue.InvalidImageId", image.ImageId);
            case ImageTypes.Shared:
                throw new ServiceException("UnauthorizedOperation.ImageNotBelongToAccount", image.ImageId);
        }
        if (image.State != ImageStates.Normal)
            throw new ServiceException("InvalidParameterValue.InvalidImageState", image.State);
        if (image.Encrypted)
            throw new ServiceException("UnsupportedOperation.EncryptedImagesNotSupported", image.ImageId);
        if (image.LicenseType == "BYOL")
            throw new ServiceException("FailedOperation.BYOLImageShareFailed", image.ImageId);
        ImageKindRules.CheckShareable(image);
    }

    private static void CheckAccount(string account, ActionContext context)
    {
        if (account.Length == 0 || !account.All(character => character is >= '0' and <= '9'))
            throw new ServiceException("InvalidParameterValue.InvalidAppIdFormat", account);
        if (account == context.AccountId)
            throw new ServiceException(context.Options.OwnAccount == OwnAccount.InvalidAccount ? "InvalidAccountIs.YourSelf" : "FailedOperation.AccountIsYourSelf", account);
        if (context.State.Accounts.IsSubAccount(account))
            throw new ServiceException("FailedOperation.NotMasterAccount", account);
        if (!context.State.Accounts.Exists(account))
            throw new ServiceException("InvalidAccountId.NotFound", account);
    }
}
