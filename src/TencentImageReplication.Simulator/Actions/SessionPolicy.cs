using System.Text.Json;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the policy of a role session: JSON in URL encoding, without a principal. It is not applied.</summary>
internal static class SessionPolicy
{
    public static void Check(string text)
    {
        if (text.Length == 0)
            return;
        try
        {
            using var policy = JsonDocument.Parse(Uri.UnescapeDataString(text));
            if (policy.RootElement.ValueKind != JsonValueKind.Object
                || !policy.RootElement.TryGetProperty("version", out _) || !policy.RootElement.TryGetProperty("statement", out var statement))
            {
                throw new ServiceException("InvalidParameter.StrategyFormatError", "Policy");
            }
            if (Statements(statement).Exists(part => part.ValueKind != JsonValueKind.Object || part.EnumerateObject().Any(IsPrincipal)))
                throw new ServiceException("InvalidParameter.StrategyInvalid", "Policy");
        }
        catch (JsonException)
        {
            throw new ServiceException("InvalidParameter.StrategyFormatError", "Policy");
        }
    }

    private static List<JsonElement> Statements(JsonElement statement) =>
        statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray()] : [statement];

    private static bool IsPrincipal(JsonProperty property) => string.Equals(property.Name, "principal", StringComparison.OrdinalIgnoreCase);
}
