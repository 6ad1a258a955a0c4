using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Credentials.Roles;

/// <summary>The keys of a CVM instance's role, from a metadata service that is played.</summary>
public sealed class RenewalTests : IDisposable
{
    private const string FolderPath = "/latest/meta-data/cam/security-credentials/";
    private const string RolePath = FolderPath + "worker";

    private readonly VirtualClock _clock = new VirtualClock();
    private readonly MetadataPlayer _service = new();
    private readonly CvmRoleSource _source;

    public RenewalTests() => _source = new CvmRoleSource(
        new InstanceMetadata(_clock, null, _service), "worker", _clock);

    [Theory]
    [InlineData("http://169.254.0.23/")]
    [InlineData("http://localhost.example/")]
    [InlineData("file:///etc/passwd")]
    public void Another_metadata_service_must_be_on_this_machine(string address) =>
        Assert.Throws<ArgumentException>(() => new InstanceMetadata(_clock, new Uri(address), _service));

    [Fact]
    public async Task A_key_is_kept_until_five_minutes_before_its_end()
    {
        _service.Lends("one", VirtualClock.Start.AddHours(2));
        Assert.Equal("one", (await GetAsync()).SecretId);
        _service.Lends("two", VirtualClock.Start.AddHours(4));

        _clock.Advance(TimeSpan.FromMinutes(114));
        Assert.Equal("one", (await GetAsync()).SecretId);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var renewed = await GetAsync();

        Assert.Equal(("two", "key-of-two", "token-of-two"), (renewed.SecretId, renewed.SecretKey, renewed.Token));
        Assert.Equal(2, _service.Asked);
    }

    [Fact]
    public async Task A_key_that_does_not_live_long_is_not_renewed_with_every_call()
    {
        _service.Lends("one", VirtualClock.Start.AddMinutes(4));

        for (var i = 0; i < 10; i++)
        {
            await GetAsync();
            _clock.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(1, _service.Asked);
    }

    [Fact]
    public async Task However_many_want_a_key_it_is_asked_for_once()
    {
        _service.Lends("one", VirtualClock.Start.AddHours(2));
        _service.Gate = new TaskCompletionSource();

        var all = _clock.Begin(() => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync())));
        Assert.Equal(1, _service.Asked);
        _service.Gate.SetResult();
        _clock.Settle();

        Assert.All(await all, credential => Assert.Equal("one", credential.SecretId));
        Assert.Equal(1, _service.Asked);
    }

    [Fact]
    public async Task One_who_gives_up_takes_nothing_from_the_others()
    {
        _service.Lends("one", VirtualClock.Start.AddHours(2));
        _service.Gate = new TaskCompletionSource();
        using var impatience = new CancellationTokenSource();

        var first = _clock.Begin(() => _source.GetAsync(NullLogger.Instance, impatience.Token).AsTask());
        var second = _clock.Begin(GetAsync);
        Assert.Equal(1, _service.Asked);
        await impatience.CancelAsync();
        _clock.Settle();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _service.Gate.SetResult();
        _clock.Settle();

        Assert.Equal("one", (await second).SecretId);
        Assert.Equal(1, _service.Asked);
    }

    [Fact]
    public async Task A_key_that_is_good_goes_on_while_it_cannot_be_renewed_and_is_not_asked_for_all_the_time()
    {
        _service.Lends("one", VirtualClock.Start.AddHours(2));
        await GetAsync();
        _service.Status = HttpStatusCode.InternalServerError;
        _clock.Advance(TimeSpan.FromMinutes(116));

        Assert.Equal("one", (await GetAsync()).SecretId);
        Assert.Equal("one", (await GetAsync()).SecretId);
        Assert.Equal(2, _service.Asked);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("one", (await GetAsync()).SecretId);
        Assert.Equal(3, _service.Asked);

        _clock.Advance(TimeSpan.FromMinutes(4));
        var error = await Assert.ThrowsAsync<CredentialException>(GetAsync);
        Assert.Contains("metadata.tencentyun.com", error.Message, StringComparison.Ordinal);
        Assert.Contains("500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_a_key_that_cannot_be_renewed_is_told_and_nobody_else()
    {
        var (first, second) = (new LogRecorder(), new LogRecorder());
        _service.Lends("one", VirtualClock.Start.AddHours(2));
        await _source.GetAsync(first, default);
        _service.Status = HttpStatusCode.InternalServerError;
        _clock.Advance(TimeSpan.FromMinutes(116));

        await _source.GetAsync(second, default);

        Assert.Empty(first.Entries);
        Assert.Contains("'worker'", Assert.Single(second.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_two_seconds()
    {
        _service.Gate = new TaskCompletionSource();
        var asking = _clock.Begin(GetAsync);
        Assert.Equal(1, _service.Asked);

        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(asking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        var error = await Assert.ThrowsAsync<CredentialException>(() => asking);
        Assert.Contains("within 2 seconds", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json hushhush")]
    [InlineData("[]")]
    [InlineData("""{"Code": "Failed", "TmpSecretId": "hushhush"}""")]
    [InlineData("""{"Code": "Success", "TmpSecretId": "hushhush", "TmpSecretKey": "hushhush", "Token": "hushhush"}""")]
    [InlineData("""{"Code": "Success", "TmpSecretId": "hushhush", "TmpSecretKey": "hushhush", "Token": "hushhush", "ExpiredTime": 9e30}""")]
    public async Task An_answer_without_a_key_is_told_and_not_quoted(string answer)
    {
        _service.Text = answer;

        var error = await Assert.ThrowsAsync<CredentialException>(GetAsync);

        Assert.Contains("'worker'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_gone_is_named()
    {
        _service.Status = HttpStatusCode.NotFound;

        var error = await Assert.ThrowsAsync<CredentialException>(GetAsync);

        Assert.Contains("no role 'worker'", error.Message, StringComparison.Ordinal);
        Assert.Null(await CvmRoleSource.FindRoleAsync(new InstanceMetadata(_clock, null, _service), default));
    }

    [Theory]
    [InlineData("4611686018427387904")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("\"soon\"")]
    [InlineData("null")]
    public async Task A_key_without_a_valid_expiry_time_is_refused(string expiry)
    {
        _service.Text = $$"""{"Code": "Success", "TmpSecretId": "one", "TmpSecretKey": "hushhush", "Token": "hushhush", "ExpiredTime": {{expiry}} }""";

        var error = await Assert.ThrowsAsync<CredentialException>(GetAsync);

        Assert.Contains("CVM role 'worker'", error.Message, StringComparison.Ordinal);
        Assert.Contains("expiry time is not valid", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hushhush", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public async Task A_key_that_has_expired_is_refused(long expiry)
    {
        _service.Lends("one", DateTimeOffset.FromUnixTimeSeconds(expiry));

        var error = await Assert.ThrowsAsync<CredentialException>(GetAsync);

        Assert.Contains("expired at 1970-01-01 00:00:0", error.Message, StringComparison.Ordinal);
        Assert.Contains("clock", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"EXPIRY\"")]
    [InlineData("EXPIRY.0")]
    public async Task An_expiry_time_is_read_as_text_and_with_a_fraction_too(string expiry)
    {
        var seconds = VirtualClock.Start.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        _service.Text = "\uFEFF" + $$"""{"Code": "Success", "TmpSecretId": "one", "TmpSecretKey": "k", "Token": "t", "ExpiredTime": {{expiry}} }"""
            .Replace("EXPIRY", seconds, StringComparison.Ordinal);

        Assert.Equal(VirtualClock.Start.AddHours(1), (await GetAsync()).ExpiresAt);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_make_a_key_last_longer()
    {
        var clock = new SteppingClock(_clock);
        var source = new CvmRoleSource(new InstanceMetadata(clock, null, _service), "worker", clock);
        _service.Lends("one", VirtualClock.Start.AddHours(2));
        await source.GetAsync(NullLogger.Instance, default);
        _service.Lends("two", VirtualClock.Start.AddHours(4));

        clock.Offset = TimeSpan.FromHours(-1);
        _clock.Advance(TimeSpan.FromMinutes(116));

        Assert.Equal("two", (await source.GetAsync(NullLogger.Instance, default)).SecretId);
    }

    [Theory]
    [InlineData("<html><body>Log in</body></html>")]
    [InlineData("a role")]
    [InlineData("role\u001b[2J")]
    public async Task What_is_not_a_role_name_is_refused(string text)
    {
        _service.Text = text;

        var error = await Assert.ThrowsAsync<CredentialException>(
            () => CvmRoleSource.FindRoleAsync(new InstanceMetadata(_clock, null, _service), default));

        Assert.Contains("did not return a role name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_name_is_shown_without_hidden_characters()
    {
        _service.Status = HttpStatusCode.NotFound;
        var source = new CvmRoleSource(new InstanceMetadata(_clock, null, _service), "wor\u001bk\u202eer", _clock);

        var error = await Assert.ThrowsAsync<CredentialException>(() => source.GetAsync(NullLogger.Instance, default).AsTask());

        Assert.Equal("CVM role 'wor\\x1bk\\u202eer'", source.Description);
        Assert.Contains("'wor\\x1bk\\u202eer'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://169.254.0.23")]
    [InlineData("http://metadata.example")]
    public void The_service_is_moved_nowhere_but_to_this_machine(string address) =>
        Assert.Throws<ArgumentException>(() => new InstanceMetadata(_clock, new Uri(address)));

    public void Dispose() => _service.Dispose();

    private Task<TencentCredential> GetAsync() => _source.GetAsync(NullLogger.Instance, default).AsTask();

    private sealed class SteppingClock(VirtualClock clock) : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Offset;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class MetadataPlayer : HttpMessageHandler
    {
        private int _asked;

        public string Text { get; set; } = "";

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public TaskCompletionSource? Gate { get; set; }

        public int Asked => Volatile.Read(ref _asked);

        public void Lends(string id, DateTimeOffset end) => Text =
            $$"""{"Code": "Success", "TmpSecretId": "{{id}}", "TmpSecretKey": "key-of-{{id}}", "Token": "token-of-{{id}}", "ExpiredTime": {{end.ToUnixTimeSeconds()}} }""";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            if (Gate is not null)
                await Gate.Task.WaitAsync(cancellationToken);
            Assert.Equal(HttpMethod.Get, request.Method);
            Assert.StartsWith("http://metadata.tencentyun.com/latest/meta-data/", request.RequestUri!.ToString(), StringComparison.Ordinal);
            if (request.RequestUri.AbsolutePath is not (RolePath or FolderPath))
                Status = HttpStatusCode.NotFound;
            return new HttpResponseMessage(Status) { Content = new StringContent(Text) };
        }
    }
}
