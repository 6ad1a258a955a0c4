using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator;

/// <summary>Refuses the actions that a key is not allowed to call.</summary>
internal static class Permissions
{
    // Source: the actions of CVM that have codes for it.
    private static readonly string[] Confirmed = ["StopInstances", "TerminateInstances", "DescribeLaunchTemplateVersions"];

    public static void Check(SimulatedAccount account, string service, string action)
    {
        if (account.DeniedActions.Contains(action))
            throw new ServiceException(Denied(service, action), action);
        if (service == "cvm" && !account.HasValidAppId)
            throw new ServiceException("InvalidParameterValue.InvalidAppIdFormat", account.AccountId);
        if (account.MfaConfirmation != MfaConfirmation.Valid && NeedsConfirmation(service, action))
            throw new ServiceException(account.MfaConfirmation == MfaConfirmation.Missing ? "UnauthorizedOperation.MFANotFound" : "UnauthorizedOperation.MFAExpired", action);
    }

    private static string Denied(string service, string action) => (service, action) switch
    {
        ("cvm", "DescribeImages") => "UnauthorizedOperation.PermissionDenied",
        ("cvm", _) => "UnauthorizedOperation",
        ("tat", _) => "UnauthorizedOperation.CamAuthFailed",
        _ => "AuthFailure.UnauthorizedOperation",
    };

    private static bool NeedsConfirmation(string service, string action) => service == "tat" || Confirmed.Contains(action);
}
