using System.Text.Json;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Writes the endpoint, keys and images as JSON, for a script that connects.</summary>
internal static class InfoFile
{
    /// <summary>Writes a temporary file and renames it, so that a reader never sees a part of the file.</summary>
    public static void Write(string path, SimulatorServer server)
    {
        var full = Path.GetFullPath(path);
        var temporary = full + ".tmp";
        using (var stream = File.Create(temporary))
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            Write(writer, server);
        File.Move(temporary, full, overwrite: true);
    }

    private static void Write(Utf8JsonWriter writer, SimulatorServer server)
    {
        writer.WriteStartObject();
        writer.WriteString("endpoint", server.Endpoint.OriginalString.TrimEnd('/'));
        if (server.CertificateFile is { } certificate)
            writer.WriteString("certificate", certificate);
        writer.WriteStartArray("accounts");
        foreach (var account in server.Cloud.Accounts)
        {
            writer.WriteStartObject();
            writer.WriteString("accountId", account.AccountId);
            writer.WriteString("secretId", account.SecretId);
            writer.WriteString("secretKey", account.SecretKey);
            writer.WriteStartArray("images");
            foreach (var (image, type) in AccountImages.Of(server.Cloud, account.AccountId))
            {
                writer.WriteStartObject();
                writer.WriteString("imageId", image.ImageId);
                writer.WriteString("imageName", image.ImageName);
                writer.WriteString("region", image.Region);
                writer.WriteString("imageType", type);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
