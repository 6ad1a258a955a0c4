using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Advice about error codes of Tencent Cloud, by subject: connection, account, images, instances, tags.</summary>
internal static partial class Messages
{
    internal static string UnknownRegionAdvice() => Localized.Text(
        "Check the region ID. Get-TccRegion lists the regions.", "请检查地域 ID，可以用 Get-TccRegion 列出所有地域。");

    internal static string NotInRegionAdvice() => Localized.Text(
        "Tencent Cloud does not offer this in the region, or not to this account. Use another region (Get-TccRegion lists them), "
            + "or contact Tencent Cloud's support.",
        "该地域不提供此功能，或未对该账号开放。请使用其他地域（可以用 Get-TccRegion 列出），或联系腾讯云技术支持。");

    internal static string WrongSecretKeyAdvice() => Localized.Text(
        "The SecretKey does not belong to the SecretId, or it has a typing error. Copy both again from the console of Tencent Cloud, "
            + "then run Connect-TccAccount.",
        "SecretKey 与 SecretId 不匹配，或输入有误。请从腾讯云控制台重新复制两者，然后运行 Connect-TccAccount。");

    internal static string WrongClockAdvice() => Localized.Text(
        "The clock of this computer differs from that of Tencent Cloud by more than five minutes. Correct it, then run the command again.",
        "本机时间与腾讯云相差超过五分钟。请校准时钟，然后重新运行。");

    internal static string WrongTokenAdvice() => Localized.Text(
        "The temporary credentials have expired, or the token does not belong to the key. Get new ones, then run Connect-TccAccount again.",
        "临时密钥已到期，或 Token 与密钥不匹配。请获取新的临时密钥，然后重新运行 Connect-TccAccount。");

    internal static string MfaAdvice() => Localized.Text(
        "The account protects this operation with multi-factor authentication (MFA). Confirm it in the console of Tencent Cloud, "
            + "or use a key of a user without this protection.",
        "该账号对此操作启用了多因素认证（MFA）。请在腾讯云控制台完成验证，或使用未启用该保护的用户的密钥。");

    internal static string AccountNotSupportedAdvice() => Localized.Text(
        "Tencent Cloud does not offer this to the account, for example because of its site or type. Contact Tencent Cloud's support.",
        "腾讯云未对该账号开放此功能，例如因账号所属站点或账号类型。请联系腾讯云技术支持。");

    internal static string BalanceAdvice() => Localized.Text(
        "The balance of the account is too low. Top it up in the console of Tencent Cloud, then run the command again.",
        "账号余额不足。请在腾讯云控制台充值，然后重新运行。");

    internal static string QualificationAdvice() => Localized.Text(
        "The account must be verified before it can buy this. Complete the verification in the console of Tencent Cloud.",
        "该账号需要先完成实名认证或资质审核才能购买。请在腾讯云控制台完成认证。");

    internal static string ImageNotReadyAdvice() => Localized.Text(
        "The image is not NORMAL, or another task uses it. Wait for it with Wait-TccImage, then run the command again.",
        "镜像的状态不是 NORMAL，或有其他任务正在使用。请用 Wait-TccImage 等待，然后重新运行。");

    internal static string OtherImageAdvice() => Localized.Text(
        "This operation does not support the image. Use another one: New-TccImage creates a custom image from an instance.",
        "该镜像不支持此操作，请使用其他镜像：可以用 New-TccImage 从实例创建自定义镜像。");

    internal static string CopyNameTakenAdvice() => Localized.Text(
        "Another image in the destination has this name. Specify another one with -DestinationImageName, or rename or delete that image "
            + "(Set-TccImage, Remove-TccImage).",
        "目的地域已有同名镜像。请用 -DestinationImageName 指定其他名称，或修改、删除该镜像（Set-TccImage、Remove-TccImage）。");

    internal static string StaleNameTakenAdvice(string imageId, string region) => Localized.Text(
        $"{imageId} in '{region}' has this name, but is not a copy of this source. Delete it with Remove-TccImage {imageId} -Region {region}, "
            + $"rename it with Set-TccImage {imageId} -Region {region} -NewName, or specify another name for the copy with -DestinationImageName.",
        $"“{region}”中的 {imageId} 占用了该名称，但不是此源镜像的副本。请用 Remove-TccImage {imageId} -Region {region} 删除，"
            + $"或用 Set-TccImage {imageId} -Region {region} -NewName 改名，或用 -DestinationImageName 为副本指定其他名称。");

    internal static string TooLargeToCopyAdvice() => Localized.Text(
        "The image is larger than Tencent Cloud copies. Create a smaller image, or ask Tencent Cloud's support to raise the limit.",
        "镜像超过腾讯云允许复制的大小。请创建更小的镜像，或联系腾讯云技术支持提高上限。");

    internal static string EncryptedNotCopiedAdvice() => Localized.Text(
        "Encrypted images cannot be copied to another region. Copy the image that it was encrypted from, then encrypt that copy in the destination "
            + "with Copy-TccCustomImage -Encrypt.",
        "加密镜像不能跨地域复制。请复制加密前的源镜像，再在目的地域用 Copy-TccCustomImage -Encrypt 创建加密副本。");

    internal static string NotEncryptedAdvice() => Localized.Text(
        "Tencent Cloud cannot create an encrypted copy of this image, for example because it is encrypted already. Use an unencrypted custom image.",
        "腾讯云不能为该镜像创建加密副本，例如它本身已经加密。请使用未加密的自定义镜像。");

    internal static string KmsKeyAdvice() => Localized.Text(
        "Check -KmsKeyId: the key must exist in the region of the image and be enabled. Without the parameter, the default key is used.",
        "请检查 -KmsKeyId：密钥须在镜像所在的地域且已启用。不指定该参数时使用默认密钥。");

    internal static string NotOwnerAdvice() => Localized.Text(
        "The image belongs to another account. Only its owner can do this. With Copy-TccSharedImage you get a custom image of your own.",
        "该镜像属于其他账号，只有所有者可以执行此操作。可以用 Copy-TccSharedImage 复制为自己的自定义镜像。");

    internal static string ShareQuotaAdvice() => Localized.Text(
        "An image can be shared with a limited number of accounts. Stop sharing it with accounts that no longer need it "
            + "(Get-TccImageSharePermission, Revoke-TccImageSharePermission).",
        "镜像可以共享给的账号数量有限。请取消对不再需要的账号的共享（Get-TccImageSharePermission、Revoke-TccImageSharePermission）。");

    internal static string LicensedNotSharedAdvice() => Localized.Text(
        "Tencent Cloud does not share images with this license or operating system. Share another image.",
        "腾讯云不支持共享使用此许可或操作系统的镜像，请共享其他镜像。");

    internal static string NoImageOfInstanceAdvice() => Localized.Text(
        "Tencent Cloud cannot create an image from this instance in its present state or type. Check the instance with Get-TccInstance; "
            + "start it if it is stopped without charges.",
        "实例当前的状态或机型不支持创建镜像。请用 Get-TccInstance 查看实例；如果实例处于关机不收费状态，请先开机。");

    internal static string InstanceTypeAdvice() => Localized.Text(
        "Check -InstanceType. Press Tab after it to see the types that the region offers.",
        "请检查 -InstanceType，可以按 Tab 键列出该地域提供的机型。");

    internal static string ImageForTypeAdvice() => Localized.Text(
        "The instance type cannot start this image, for example because of its architecture. Specify another -InstanceType.",
        "该机型不能使用此镜像，例如架构不同。请指定其他 -InstanceType。");

    internal static string ZoneAdvice() => Localized.Text(
        "The zone does not belong to the region or does not offer this. Omit -Zone: the module chooses a zone that sells the instance type.",
        "可用区不属于该地域，或不支持此操作。请不要指定 -Zone，模块会选择有该机型在售的可用区。");

    internal static string SoldOutAdvice() => Localized.Text(
        "It is sold out. Run the command again later, or specify another -InstanceType, -SystemDiskType or -Zone. Without -Zone, the module "
            + "tries all zones that sell the instance type.",
        "资源已售罄。请稍后重试，或指定其他 -InstanceType、-SystemDiskType 或 -Zone。不指定 -Zone 时，模块会尝试所有有该机型在售的可用区。");

    internal static string SpotAdvice() => Localized.Text(
        "Specify another -InstanceType or zone for spot instances, or another -InstanceChargeType.",
        "请为竞价实例指定其他 -InstanceType 或可用区，或使用其他 -InstanceChargeType。");

    internal static string PasswordAdvice() => Localized.Text(
        "Specify a password of at least 12 characters with lowercase and uppercase letters, digits and other characters. It must not begin with '/'.",
        "密码至少 12 个字符，应包含小写字母、大写字母、数字和其他字符，且不能以“/”开头。");

    internal static string KeyPairAdvice() => Localized.Text(
        "Check -KeyId: key pairs are listed in the console of Tencent Cloud.", "请检查 -KeyId：密钥对可以在腾讯云控制台查看。");

    internal static string KeyPairOnWindowsAdvice() => Localized.Text(
        "Windows images have no key pairs. Specify -Password, or -KeepImageLogin.",
        "Windows 镜像不支持密钥对。请指定 -Password 或 -KeepImageLogin。");

    internal static string InstanceRoleAdvice() => Localized.Text(
        "Check the CAM role of the instance: it must exist, trust CVM, and the key must be allowed to pass it on (cam:PassRole).",
        "请检查实例的 CAM 角色：角色须存在并信任 CVM，且密钥须有权传递该角色（cam:PassRole）。");

    internal static string SubnetFullAdvice() => Localized.Text(
        "The subnet has no free addresses. Specify another -SubnetId, or fewer instances.",
        "子网没有可用的 IP 地址。请指定其他 -SubnetId，或减少实例数量。");

    internal static string NetworkOfRegionAdvice() => Localized.Text(
        "Networks, subnets and security groups belong to one region, and a subnet to one zone. Specify those of the region and zone of the instance, "
            + "or omit them to use the default network.",
        "私有网络、子网和安全组只属于一个地域，子网只属于一个可用区。请指定实例所在地域和可用区的网络，或不指定而使用默认网络。");

    internal static string ReservedTagAdvice() => Localized.Text(
        "Tencent Cloud reserves this tag key for itself. Use another key: keys must not begin with qcloud, qcs:, tencent or project.",
        "该标签键由腾讯云保留。请使用其他键：不能以 qcloud、qcs:、tencent 或 project 开头。");

    internal static string TagPolicyAdvice() => Localized.Text(
        "A tag policy of the account forbids this tag. Ask the administrator of the account which values are allowed.",
        "账号的标签策略不允许使用此标签。请向账号管理员确认允许的值。");

    internal static string TagsBusyAdvice() => Localized.Text(
        "Another change of the tags is in progress. Run the command again in a minute.", "标签正在被修改，请一分钟后重新运行。");

    internal static string TagCharactersAdvice() => Localized.Text(
        "Check the tag: keys have 1 to 127 characters and values 1 to 255, without spaces at the ends and without some special characters.",
        "请检查标签：键为 1 至 127 个字符，值为 1 至 255 个字符，首尾不能有空格，也不能包含某些特殊字符。");
}
