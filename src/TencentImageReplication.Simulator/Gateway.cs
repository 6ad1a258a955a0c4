using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator;

/// <summary>Verifies a request, carries out its action and writes the response.</summary>
internal sealed class Gateway
{
    private const int MaxBodyBytes = 10 * 1024 * 1024;
    private readonly CloudState _state;
    private readonly ActionTable _actions;
    private readonly SignatureVerifier _verifier;

    public Gateway(CloudState state, ActionTable actions)
    {
        _state = state;
        _actions = actions;
        _verifier = new SignatureVerifier(state.Accounts.BySecretId);
    }

    /// <summary>Handles a request.</summary>
    public CallResult Handle(SimulatedRequest request, DateTimeOffset now)
    {
        var call = new CallResult(_state.Ids.Uuid());
        var chinese = request.PrefersChinese;
        try
        {
            CheckShape(request);
            var common = CommonHeaders.Read(request);
            var service = _actions.ServiceName(common.Action, common.Version);
            // The service of an unknown action is not known either: that is a better answer than a wrong signature.
            var account = _verifier.Verify(request, common, _actions.Contains(common.Action) ? service : null, now, _state.Options);
            call.AccountId = account.AccountId;
            call.Region = EndpointRules.Region(request, service, _state.Options);
            var action = _actions.Find(common.Version, common.Action);
            var schema = SchemaOf(action.Name, common.Version);
            if (action.NeedsRegion && call.Region.Length == 0)
                throw new ServiceException("MissingParameter", "X-TC-Region");
            Permissions.Check(account, service, action.Name);
            _state.RateLimits.Take(account.AccountId, service, action.Name, now, _state.Options);
            using var body = RequestBody.Read(request, schema, action.Name);
            schema.Validate(action.Name, body.RootElement);
            var context = new ActionContext(_state, account, call.Region, new Parameters(body.RootElement), now, call.RequestId, chinese);
            var response = action.Execute(context);
            if (_state.Options.Site == SimulatedSite.International)
                schema.Prune(action.Name, response);
            call.Response = Envelope.Success(response, call.RequestId);
            call.Acted = true;
        }
        catch (ServiceException refusal)
        {
            call.Outcome = refusal.Code;
            call.Response = Envelope.Error(refusal.Code, refusal.Subject, call.RequestId, chinese, refusal.TextCode);
        }
        return call;
    }

    /// <summary>Returns an error without reading the request.</summary>
    public CallResult Refuse(SimulatedRequest request, string code)
    {
        var requestId = _state.Ids.Uuid();
        return new CallResult(requestId) { Outcome = code, Response = Envelope.Error(code, null, requestId, request.PrefersChinese) };
    }

    /// <summary>Returns the schema of the site that the cloud plays, which may not have the action.</summary>
    private ApiSchema SchemaOf(string action, string version)
    {
        var schema = _actions.Schema(action, version);
        if (_state.Options.Site == SimulatedSite.International)
            schema = schema.International;
        return schema.Describes(action) ? schema : throw new ServiceException("InvalidAction", action);
    }

    private static void CheckShape(SimulatedRequest request)
    {
        if (request.Body.Length > MaxBodyBytes)
            throw new ServiceException("RequestSizeLimitExceeded");
        if (request.Path is not ("/" or ""))
            throw new ServiceException("InvalidRequest", request.Path);
        OldSignature.Refuse(request);
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
