using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns;

/// <summary>The keys of the administrator: a temporary and a permanent one.</summary>
internal sealed class Keys(Schedule schedule, VirtualClock clock)
{
    private const string Token = "EXAMPLETOKENofTheFirstKey";

    private readonly SimulatedAccount _account =
        (schedule.Kind == Core.Rules.CopyKind.Shared ? SimulatedWorld.Partner : SimulatedWorld.Owner) with
        {
            CrossBorderEnabled = schedule.CrossBorderIsEnabled,
            DeniedActions = schedule.MayNotTag ? ["TagResources"] : [],
        };

    /// <summary>The permanent key.</summary>
    public SimulatedAccount Permanent => _account;

    public string AccountId => _account.AccountId;

    /// <summary>The temporary key.</summary>
    public SimulatedAccount Temporary => _account with
    {
        SecretId = _account.SecretId + "Temporary",
        Token = Token,
        Expires = Schedule.Start + schedule.KeyEnds,
    };

    /// <summary>Returns the keys of a process.</summary>
    public ICredentialSource SourceFor(bool isFirstProcess) => new Source(this, isFirstProcess);

    private TencentCredential Current(bool isFirstProcess)
    {
        var isOver = schedule.KeyEnds is not { } end || !isFirstProcess || (schedule.KeyIsRenewed && clock.Elapsed >= end);
        var account = isOver ? Permanent : Temporary;
        return new TencentCredential(account.SecretId, account.SecretKey, account.Token);
    }

    private sealed class Source(Keys keys, bool isFirstProcess) : ICredentialSource
    {
        public string Description => "a fault run";

        public string? RateKey => null;

        public ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken) => new(keys.Current(isFirstProcess));
    }
}
