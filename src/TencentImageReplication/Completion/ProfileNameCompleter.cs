using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication;

/// <summary>Completes names of tccli profiles.</summary>
public sealed class ProfileNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        TccliProfile.Names(CredentialLocations.OfThisMachine).Select(name => new Suggestion(name));
}
