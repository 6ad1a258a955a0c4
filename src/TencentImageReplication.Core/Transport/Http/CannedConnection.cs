using System.Globalization;
using System.Text;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>A connection to nobody: whatever is asked, it has one answer, and closes.</summary>
/// <param name="body">The JSON to answer with.</param>
internal sealed class CannedConnection(byte[] body) : MemoryStream([.. Head(body.Length), .. body])
{
    /// <summary>Takes a request, or a part of it.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
    }

    private static byte[] Head(int length) => Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + length.ToString(CultureInfo.InvariantCulture) + "\r\n\r\n");
}
