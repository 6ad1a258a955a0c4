using TencentImageReplication.Core.Credentials.Sources;

namespace TencentImageReplication.Completion;

/// <summary>Completes names of tccli profiles.</summary>
public sealed class ProfileNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        TccliProfile.Names(CredentialLocations.OfThisMachine).Select(name => new Suggestion(name));
}
