using System.Globalization;
using System.Text;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Writes the accounts, the images and the commands to connect.</summary>
internal static class Banner
{
    public static string Text(SimulatorServer server, HostSettings settings)
    {
        var endpoint = server.Endpoint.OriginalString.TrimEnd('/');
        var account = server.Cloud.Accounts[0];
        var text = new StringBuilder();
        Line(text, $"Simulated CVM service at {endpoint}. A copy takes {server.Cloud.Options.CopyDuration:c}. Stop with Ctrl+C.");
        Line(text, $"State as JSON: {endpoint}{StateDocument.Path}");
        if (settings.Scenario is { } scenario)
            Line(text, $"Scenario: {scenario.Name}");
        if (settings.Faults.Count > 0)
            Line(text, $"Faults: {string.Join(", ", settings.Faults)} in {settings.FaultRate:P0} of the calls, seed {server.Cloud.Faults.Seed}.");
        if (server.CertificateFile is { } certificate)
            Line(text, $"Certificate for clients to trust: {certificate}");
        text.AppendLine();
        text.Append(Table(server));
        if (settings.MoreImages > 0)
            Line(text, $"{account.Name} ({account.AccountId}) has {settings.MoreImages} more images, named {HostSettings.MorePrefix}00001 and so on.");
        text.AppendLine();
        Line(text, $"PowerShell:");
        Line(text, $"  Connect-TccAccount -SecretId {account.SecretId} -SecretKey (ConvertTo-SecureString '{account.SecretKey}' -AsPlainText -Force) -Endpoint {endpoint} -Region ap-guangzhou");
        Line(text, $"SDKs (protocol {server.Endpoint.Scheme}, endpoint {server.Endpoint.Authority}):");
        Line(text, $"  TENCENTCLOUD_SECRET_ID={account.SecretId}");
        Line(text, $"  TENCENTCLOUD_SECRET_KEY={account.SecretKey}");
        Line(text, $"  TENCENTCLOUD_REGION=ap-guangzhou");
        Line(text, $"tccli, with these variables:");
        Line(text, $"  tccli cvm DescribeImages --endpoint {endpoint}");
        return text.ToString();
    }

    private static string Table(SimulatorServer server)
    {
        List<string[]> rows = [["Account", "Image", "Name", "Region", "Type", "State", "GiB"]];
        foreach (var account in server.Cloud.Accounts)
        {
            foreach (var (image, type) in AccountImages.Of(server.Cloud, account.AccountId).Where(known => !known.Image.ImageName.StartsWith(HostSettings.MorePrefix, StringComparison.Ordinal)))
            {
                rows.Add(
                [
                    $"{account.Name} ({account.AccountId})", image.ImageId, image.ImageName, image.Region, type, image.State,
                    image.SizeGB.ToString(CultureInfo.InvariantCulture),
                ]);
            }
        }
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
