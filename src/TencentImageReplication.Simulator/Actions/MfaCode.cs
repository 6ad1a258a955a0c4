using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the code of an MFA device, which goes with the serial number of the device.</summary>
internal static class MfaCode
{
    private static readonly Regex Serial = new("^qcs::cam:uin/([0-9]+)::mfa/([A-Za-z]+)\\z", RegexOptions.CultureInvariant);

    /// <summary>Returns true when a request has a valid code, false when it has none.</summary>
    public static bool Check(SimulatedAccount account, Parameters parameters)
    {
        var (serial, code) = (parameters.Text("SerialNumber"), parameters.Text("TokenCode"));
        if (serial.Length == 0 && code.Length == 0)
            return false;
        if (serial.Length == 0 || code.Length == 0)
            throw new ServiceException("InvalidParameter.ParamError", serial.Length == 0 ? "SerialNumber" : "TokenCode");
        if (Serial.Match(serial) is not { Success: true } match)
            throw new ServiceException("InvalidParameter.ParamError", "SerialNumber");
        if (match.Groups[2].Value != "softToken")
            throw new ServiceException("FailedOperation.MFATypeNotSupported", match.Groups[2].Value);
        if (match.Groups[1].Value != account.AccountId || account.MfaCode != code)
            throw new ServiceException("FailedOperation.CheckMFAError");
        return true;
    }
}
