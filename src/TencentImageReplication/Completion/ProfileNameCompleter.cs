using TencentImageReplication.Core.Credentials.Sources;

namespace TencentImageReplication.Completion;

/// <summary>Completes names of tccli profiles.</summary>
public sealed class ProfileNameCompleter : ValueCompleter
{
    // A home folder on a file server may not respond: then there is nothing to suggest.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => Task
        .Run(() => TccliProfile.Names(CredentialLocations.OfThisMachine).Select(name => new Suggestion(name)).ToList())
        .WaitAsync(Patience, TimeProvider.System).GetAwaiter().GetResult();
}
