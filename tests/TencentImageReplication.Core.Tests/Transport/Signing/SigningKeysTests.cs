using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Signing;

namespace TencentImageReplication.Core.Tests.Transport.Signing;

public sealed class SigningKeysTests
{
    private static readonly DateTimeOffset BeforeMidnight = new(2026, 11, 23, 23, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset Midnight = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    private readonly TencentCredential _credential = new("AKIDone", "first");

    [Fact]
    public void A_key_is_derived_once_a_day_for_a_service()
    {
        var key = SigningKeys.For(_credential, BeforeMidnight, "cvm");

        Assert.Equal(Tc3Signer.SigningKey("first", BeforeMidnight, "cvm"), key);
        Assert.Same(key, SigningKeys.For(_credential, BeforeMidnight.AddHours(-12), "cvm"));
    }

    [Fact]
    public void The_day_is_that_of_UTC()
    {
        _ = SigningKeys.For(_credential, BeforeMidnight, "cvm");

        // The same day in China, another in UTC.
        var key = SigningKeys.For(_credential, Midnight.ToOffset(TimeSpan.FromHours(8)), "cvm");

        Assert.Equal(Tc3Signer.SigningKey("first", Midnight, "cvm"), key);
    }

    [Fact]
    public void Services_and_credentials_have_their_own()
    {
        _ = SigningKeys.For(_credential, Midnight, "cvm");

        Assert.Equal(Tc3Signer.SigningKey("first", Midnight, "tag"), SigningKeys.For(_credential, Midnight, "tag"));
        Assert.Equal(
            Tc3Signer.SigningKey("second", Midnight, "cvm"),
            SigningKeys.For(new TencentCredential("AKIDone", "second"), Midnight, "cvm"));
    }
}
