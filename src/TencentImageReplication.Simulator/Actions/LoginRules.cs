using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The login of an instance. The password is checked, but not kept.</summary>
/// <param name="KeyIds">The key pairs.</param>
/// <param name="KeepImageLogin">True when the instance keeps the login of the image.</param>
internal sealed record LoginRules(IReadOnlyList<string> KeyIds, bool KeepImageLogin)
{
    private const string Symbols = "()`~!@#$%^&*-+=|{}[]:;',.?/";
    private const int MaxLength = 30;

    public static LoginRules Check(Parameters? settings, SimulatedImage image, ActionContext context)
    {
        if (settings is not { } login)
            return new LoginRules([], false);
        var password = login.Text("Password");
        var keys = login.Texts("KeyIds");
        var keep = Keep(login.Text("KeepImageLogin"));
        if (keep && (password.Length > 0 || keys.Count > 0))
            throw new ServiceException("InvalidParameter.ParameterConflict", "LoginSettings.KeepImageLogin");
        if (password.Length > 0 && keys.Count > 0)
            throw new ServiceException("InvalidParameterCombination", "LoginSettings.Password, LoginSettings.KeyIds");
        if (keep && ImageStore.TypeFor(image, context.AccountId) == ImageTypes.Public)
            throw new ServiceException("InvalidParameterCombination", "LoginSettings.KeepImageLogin");
        CheckKeys(keys, image, context);
        if (password.Length > 0)
            CheckPassword(password, image.IsWindows);
        return new LoginRules(keys, keep);
    }

    private static bool Keep(string text) =>
        text.Length > 0 && (bool.TryParse(text, out var keep) ? keep : throw new ServiceException("InvalidParameterValue", "LoginSettings.KeepImageLogin"));

    private static void CheckKeys(IReadOnlyList<string> keys, SimulatedImage image, ActionContext context)
    {
        if (keys.FirstOrDefault(key => !IdFormat.Fits("skey", key)) is { } malformed)
            throw new ServiceException("InvalidKeyPairId.Malformed", malformed);
        if (keys.Count > 0 && image.IsWindows)
            throw new ServiceException("UnsupportedOperation.KeyPairUnsupportedWindows");
        if (keys.FirstOrDefault(key => key != CloudState.KeyPair(context.AccountId)) is { } unknown)
            throw new ServiceException("InvalidParameterValue.KeyPairNotFound", unknown);
    }

    /// <summary>Checks a password: 8 to 30 characters of two classes on Linux, 12 to 30 characters of three classes on Windows.</summary>
    private static void CheckPassword(string password, bool windows)
    {
        var classes = new Func<char, bool>[]
        {
            character => character is >= 'a' and <= 'z',
            character => character is >= 'A' and <= 'Z',
            character => character is >= '0' and <= '9',
            character => Symbols.Contains(character),
        };
        var (least, variety) = windows ? (12, 3) : (8, 2);
        if (password.Length < least || password.Length > MaxLength
            || classes.Count(password.Any) < variety
            || !password.All(character => classes.Any(belongs => belongs(character))))
        {
            throw new ServiceException("InvalidParameterValue.InvalidPassword");
        }
    }
}
