using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns;

/// <summary>The administrator's keys: one that may end, and one for ever.</summary>
internal sealed class Keys(Schedule schedule, JumpingClock clock)
{
    private const string Token = "EXAMPLETOKENofTheFirstKey";

    private readonly SimulatedAccount _account =
        (schedule.Kind == Core.Rules.CopyKind.Shared ? SimulatedWorld.Partner : SimulatedWorld.Owner) with
        {
            CrossBorderEnabled = schedule.CrossBorderIsEnabled,
        };

    /// <summary>The key that does not end.</summary>
    public SimulatedAccount Permanent => _account;

    public string AccountId => _account.AccountId;

    /// <summary>The key that ends.</summary>
    public SimulatedAccount Temporary => _account with
    {
        SecretId = _account.SecretId + "Temporary",
        Token = Token,
        Expires = JumpingClock.Start + schedule.KeyEnds,
    };

    /// <summary>What a process has.</summary>
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
