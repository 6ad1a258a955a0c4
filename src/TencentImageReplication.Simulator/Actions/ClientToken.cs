using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The client token of a request: a retried request with the same token creates nothing twice.</summary>
internal static class ClientToken
{
    private const int MaxLength = 64;

    /// <summary>Checks a client token: at most 64 characters, printable and without spaces.</summary>
    public static void Check(string token)
    {
        if (token.Length > MaxLength)
            throw new ServiceException("InvalidClientToken.TooLong");
        if (!token.All(character => character is > ' ' and <= '~'))
            throw new ServiceException("InvalidParameterValue", "ClientToken");
    }

    /// <summary>Returns the parameters of a request that must not change when it is retried.</summary>
    public static string Compared(Parameters parameters) => parameters.TextWithout("ClientToken", "DryRun");

    /// <summary>Returns the IDs of the objects that an earlier request with the token created; null when there was none.</summary>
    public static IReadOnlyList<string>? Earlier(ClientTokenUse? use, string compared, ActionContext context)
    {
        if (use is null || context.Now - use.At >= context.Options.ClientTokenLifetime)
            return null;
        return context.Options.ReusedClientToken == ReusedClientToken.Refused && use.Parameters != compared
            ? throw new ServiceException("InvalidParameterValue", "ClientToken")
            : use.Ids;
    }
}
