using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TencentImageReplication.FaultRuns;

/// <summary>Damages responses after the service has acted: bad text, lists that do not name what was created, other HTTP statuses.</summary>
internal sealed class ResponseDamage(Schedule schedule)
{
    // What the module compares or needs to find an image again stays as it is.
    private static readonly string[] Texts =
        ["ImageDescription", "ImageFamily", "ImageCreator", "LicenseType", "Message", "InstanceName", "LatestOperationErrorMsg", "RequestId"];

    // The text of these is cleaned, so it may also have control characters.
    private static readonly byte[][] Controls = [[0x1B], [0x07], [0x0D], [.. @"\u001b"u8], [.. @"\u202e"u8], [.. @"\x"u8]];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ResponsePlan _plan = schedule.Responses;
    private readonly Dice _dice = new(schedule.Seed ^ 0x0DA3);
    private readonly List<(string Action, string Region, DateTimeOffset At)> _damaged = [];

    /// <summary>The responses that did not tell what the service did.</summary>
    public IReadOnlyList<(string Action, string Region, DateTimeOffset At)> Damaged => _damaged;

    /// <summary>The number of responses with a bad text.</summary>
    public int BadTexts { get; private set; }

    /// <summary>Damages a response as drawn.</summary>
    /// <param name="action">The action.</param>
    /// <param name="region">The region.</param>
    /// <param name="sourceId">The image of the request.</param>
    /// <param name="response">The response.</param>
    /// <param name="isMended">True when faults have ended; names stay badly encoded.</param>
    /// <param name="at">The time.</param>
    public async Task ApplyAsync(string action, string region, string? sourceId, HttpResponseMessage response, bool isMended, DateTimeOffset at)
    {
        if (_plan is { AreNamesBad: false, BadTextShare: 0, MalformedShare: 0, StatusShare: 0 })
            return;
        var bytes = await ReadAsync(response);
        if (bytes is null || JsonNode.Parse(bytes) is not JsonObject { Count: 1 } body || body["Response"] is not JsonObject fields)
            return;

        var hasActed = fields["Error"] is null;
        if (!isMended && hasActed && _dice.Chance(_plan.StatusShare))
        {
            _damaged.Add((action, region, at));
            response.StatusCode = (HttpStatusCode)_dice.OneOf(202, 204, 301, 302, 307, 400, 401, 403, 404, 407, 408, 409, 500, 503);
            if (_dice.Chance(0.5))
                SetContent(response, _dice.OneOf<byte[]>([], [.. "<html>"u8], [.. "{}"u8]), "text/html");
            return;
        }

        var isMalformed = !isMended && hasActed && _dice.Chance(_plan.MalformedShare) && Malform(action, fields, sourceId);
        if (isMalformed)
            _damaged.Add((action, region, at));
        var control = !isMended && _dice.Chance(_plan.BadTextShare) ? SpoilText(fields) : null;
        var text = body.ToJsonString(Relaxed);
        if (isMalformed || control is not null || text.Contains(ResponsePlan.Marker, StringComparison.Ordinal))
            SetContent(response, Spoil(text, control), "application/json");
    }

    // Null when the response does not arrive as a whole.
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return null;
        if (response.Content is Simulator.SimulatedContent { IsWhole: false })
            return null;
        return await response.Content.ReadAsByteArrayAsync();
    }

    private bool Malform(string action, JsonObject fields, string? sourceId)
    {
        if (action == "SyncImages" && fields["ImageSet"] is JsonArray { Count: > 0 } images)
        {
            MalformImages(fields, images, sourceId);
            return true;
        }

        if (action == "RunInstances" && fields["InstanceIdSet"] is JsonArray { Count: > 0 } instances)
        {
            MalformInstances(fields, instances);
            return true;
        }

        return false;
    }

    private void MalformImages(JsonObject fields, JsonArray images, string? sourceId)
    {
        var entry = images[_dice.Number(0, images.Count - 1)]!.AsObject();
        switch (_dice.Number(0, 11))
        {
            case 0: fields["ImageSet"] = null; break;
            case 1: fields.Remove("ImageSet"); break;
            case 2: images.Clear(); break;
            case 3: images[images.IndexOf(entry)] = null; break;
            case 4: images.Add(null); break;
            case 5: images.Add(new JsonObject { ["ImageId"] = "img-elsewhere", ["Region"] = "ap-nowhere" }); break;
            case 6: images.Add(new JsonObject { ["ImageId"] = "img-twice000", ["Region"] = (string?)entry["Region"] }); break;
            case 7: entry.Remove("ImageId"); break;
            case 8: entry["Region"] = ((string)entry["Region"]!).ToUpperInvariant(); break;
            case 9: entry["ImageId"] = sourceId; break;
            case 10: entry["Region"] = _dice.OneOf("", " ", "ap-nowhere"); break;
            default:
                foreach (var other in images)
                    other!["ImageId"] = (string?)entry["ImageId"];
                if (images.Count == 1)
                    entry["ImageId"] = " ";
                break;
        }
    }

    private void MalformInstances(JsonObject fields, JsonArray instances)
    {
        switch (_dice.Number(0, 5))
        {
            case 0: fields["InstanceIdSet"] = null; break;
            case 1: fields.Remove("InstanceIdSet"); break;
            case 2: instances.Clear(); break;
            case 3: instances[0] = null; break;
            case 4: instances[0] = instances.Count == 1 ? "" : (string?)instances[^1]; break;
            default: instances.RemoveAt(0); break;
        }
    }

    /// <returns>The bytes for the place of the text; null when there is no such text.</returns>
    private byte[]? SpoilText(JsonObject fields)
    {
        var places = Objects(fields).SelectMany(part => part
            .Where(field => Texts.Contains(field.Key) && field.Value?.GetValueKind() == JsonValueKind.String)
            .Select(field => (Part: part, field.Key))).ToList();
        if (places.Count == 0)
            return null;
        var (owner, name) = places[_dice.Number(0, places.Count - 1)];
        BadTexts++;
        // Another marker: this one is for control characters too.
        owner[name] = "cut in " + ControlMarker + "the middle";
        return _dice.Chance(0.5) ? _plan.BadText : _dice.OneOf<byte[]>(Controls);
    }

    private const char ControlMarker = '¥';

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => Objects(field.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private byte[] Spoil(string text, byte[]? control)
    {
        using var bytes = new MemoryStream();
        var from = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var bad = text[index] == ResponsePlan.Marker ? _plan.BadText : text[index] == ControlMarker ? control : null;
            if (bad is null)
                continue;
            bytes.Write(Encoding.UTF8.GetBytes(text[from..index]));
            bytes.Write(bad);
            from = index + 1;
        }

        bytes.Write(Encoding.UTF8.GetBytes(text[from..]));
        return bytes.ToArray();
    }

    private static void SetContent(HttpResponseMessage response, byte[] body, string mediaType)
    {
        response.Content = new ByteArrayContent(body);
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }
}
