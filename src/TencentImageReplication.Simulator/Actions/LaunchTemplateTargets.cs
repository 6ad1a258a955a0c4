using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Finds the launch template and the versions that a request names.</summary>
internal static class LaunchTemplateTargets
{
    private const string Prefix = "lt-";

    /// <summary>Checks the form of an ID. Tencent's examples have eight and nine characters after the prefix.</summary>
    public static void CheckForm(string id)
    {
        var isRight = id.StartsWith(Prefix, StringComparison.Ordinal) && id.Length is 11 or 12
            && id.Skip(Prefix.Length).All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9'));
        if (!isRight)
            throw new ServiceException("InvalidParameterValue.LaunchTemplateIdMalformed", id);
    }

    /// <summary>Finds a launch template of the account in the region of the request.</summary>
    public static SimulatedLaunchTemplate Find(string id, ActionContext context)
    {
        CheckForm(id);
        return context.State.LaunchTemplates.Find(id, context.Region, context.AccountId)
            ?? throw new ServiceException(context.Options.UnknownLaunchTemplateErrorCode, id);
    }

    /// <summary>Finds a version of a launch template.</summary>
    /// <param name="template">The launch template.</param>
    /// <param name="number">The number.</param>
    /// <param name="unknownCode">The error code for a number that the template does not have.</param>
    public static SimulatedTemplateVersion Version(
        SimulatedLaunchTemplate template, long number, string unknownCode = "InvalidParameterValue.LaunchTemplateIdVerNotExisted")
    {
        var name = FormattableString.Invariant($"{template.LaunchTemplateId}, {number}");
        if (number < 1)
            throw new ServiceException("InvalidParameterValue.LaunchTemplateVersion", name);
        return template.Find(number) ?? throw new ServiceException(unknownCode, name);
    }
}
