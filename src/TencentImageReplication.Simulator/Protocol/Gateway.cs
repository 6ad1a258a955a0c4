using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>What every request goes through before and after its action.</summary>
internal sealed class Gateway
{
    private const int MaximumBodyBytes = 10 * 1024 * 1024;
    private readonly CloudState _state;
    private readonly SignatureVerifier _verifier;

    public Gateway(CloudState state)
    {
        _state = state;
        _verifier = new SignatureVerifier(state.Accounts);
    }

    /// <summary>Carries a request out.</summary>
    public Handled Handle(SimulatedRequest request, DateTimeOffset now)
    {
        var handled = new Handled(_state.Ids.Uuid());
        var chinese = IsChinese(request);
        try
        {
            CheckShape(request);
            var common = CommonHeaders.Read(request);
            var account = _verifier.Verify(request, common, now, _state.Options.MaximumClockSkew);
            handled.AccountId = account.AccountId;
            handled.Region = EndpointRules.Region(request);
            var action = ActionTable.Find(common.Version, common.Action);
            if (action.NeedsRegion && handled.Region.Length == 0)
                throw new ServiceException("MissingParameter", "X-TC-Region");
            _state.RateLimits.Take(account.AccountId, action.Name, now, _state.Options);
            var schema = ActionTable.Schema(action.Name);
            using var body = RequestBody.Read(request, schema, action.Name);
            schema.Validate(action.Name, body.RootElement);
            var context = new ActionContext(_state, account, handled.Region, new Parameters(body.RootElement), now, handled.RequestId, chinese);
            handled.Response = Envelope.Success(action.Execute(context), handled.RequestId);
            handled.Acted = true;
        }
        catch (ServiceException refusal)
        {
            handled.Outcome = refusal.Code;
            handled.Response = Envelope.Error(refusal.Code, refusal.Subject, handled.RequestId, chinese);
        }
        return handled;
    }

    /// <summary>Answers with an error without looking at the request.</summary>
    public Handled Refuse(SimulatedRequest request, string code)
    {
        var requestId = _state.Ids.Uuid();
        return new Handled(requestId) { Outcome = code, Response = Envelope.Error(code, null, requestId, IsChinese(request)) };
    }

    public static bool IsChinese(SimulatedRequest request) =>
        string.Equals(request.Header("X-TC-Language"), "zh-CN", StringComparison.OrdinalIgnoreCase);

    private static void CheckShape(SimulatedRequest request)
    {
        if (request.Body.Length > MaximumBodyBytes)
            throw new ServiceException("RequestSizeLimitExceeded");
        if (request.Path is not ("/" or ""))
            throw new ServiceException("InvalidRequest", request.Path);
        var mediaType = request.Header("Content-Type").Split(';')[0].Trim();
        var expected = request.Method switch
        {
            "POST" => "application/json",
            "GET" => "application/x-www-form-urlencoded",
            _ => throw new ServiceException("UnsupportedProtocol", request.Method),
        };
        if (!string.Equals(mediaType, expected, StringComparison.OrdinalIgnoreCase))
            throw new ServiceException("InvalidRequest", $"Content-Type: {mediaType}");
    }
}
