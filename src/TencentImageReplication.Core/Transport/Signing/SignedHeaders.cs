using System.Text;

namespace TencentImageReplication.Core.Transport.Signing;

/// <summary>The headers that a signature covers, in canonical form: sorted, and in lower case, in which the service compares them.</summary>
public sealed class SignedHeaders
{
    /// <param name="headers">The headers to sign, including <c>content-type</c> and <c>host</c>, in any order and case.</param>
    public SignedHeaders(IReadOnlyDictionary<string, string> headers)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var header in headers)
            values.Add(header.Key.ToLowerInvariant(), header.Value.Trim().ToLowerInvariant());
        var names = values.Keys.ToArray();
        Array.Sort(names, StringComparer.Ordinal);

        var lines = new StringBuilder();
        foreach (var name in names)
            lines.Append(name).Append(':').Append(values[name]).Append('\n');
        Lines = lines.ToString();
        Names = string.Join(";", names);
    }

    /// <summary>A line for each header.</summary>
    public string Lines { get; }

    /// <summary>The names, joined by semicolons.</summary>
    public string Names { get; }
}
