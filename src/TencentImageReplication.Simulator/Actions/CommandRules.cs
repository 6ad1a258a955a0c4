using System.Text;
using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the fields of a command. The limits are documented; which of the documented codes each one has is inferred from their names.</summary>
internal static class CommandRules
{
    private const int MaxContentLength = 64 * 1024;
    private const int MaxNameBytes = 60;
    private const int MaxDescriptionLength = 120;
    private const int MaxPrefixLength = 60;
    private const int MaxTags = 10;

    private static readonly string[] Types = ["SHELL", "POWERSHELL", "BAT"];
    private static readonly Regex UserName = new(@"^[A-Za-z0-9_.\\-]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Folder = new(@"^(/|[A-Za-z]:\\)", RegexOptions.CultureInvariant);
    private static readonly Regex Bucket = new(@"^https://[a-z0-9-]+-[0-9]+\.cos\.[a-z0-9-]+\.myqcloud\.com/?\z", RegexOptions.CultureInvariant);

    /// <summary>Checks everything except the parameters of the script.</summary>
    public static void Check(Parameters parameters)
    {
        CheckName(parameters.Text("CommandName"));
        if (parameters.Text("Description").Length > MaxDescriptionLength)
            throw new ServiceException("InvalidParameterValue.TooLong", "Description");
        if (!Types.Contains(parameters.Text("CommandType", "SHELL")))
            throw new ServiceException("InvalidParameterValue", "CommandType");
        if (parameters.Number("Timeout", 60) is < 1 or > 86400)
            throw new ServiceException("InvalidParameterValue.Range", "Timeout");
        if (parameters.HasContent("WorkingDirectory") && !Folder.IsMatch(parameters.Text("WorkingDirectory")))
            throw new ServiceException("InvalidParameterValue.InvalidWorkingDirectory", parameters.Text("WorkingDirectory"));
        if (parameters.HasContent("Username") && !UserName.IsMatch(parameters.Text("Username")))
            throw new ServiceException("InvalidParameterValue.InvalidUsername", parameters.Text("Username"));
        var tags = parameters.Objects("Tags");
        if (tags.Count > MaxTags)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "Tags");
        if (tags.Count > 0 && !parameters.Flag("SaveCommand"))
            throw new ServiceException("InvalidParameterValue", "Tags");
        CheckOutput(parameters.Text("OutputCOSBucketUrl"), parameters.Text("OutputCOSKeyPrefix"));
    }

    /// <summary>Decodes the script.</summary>
    public static string Script(string content)
    {
        if (content.Length > MaxContentLength)
            throw new ServiceException("InvalidParameterValue.TooLong", "Content");
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(content);
        }
        catch (FormatException)
        {
            throw new ServiceException("InvalidParameterValue.InvalidContent", "Content");
        }
        return bytes.Length > 0 ? Encoding.UTF8.GetString(bytes) : throw new ServiceException("InvalidParameterValue.CommandContentInvalid", "Content");
    }

    private static void CheckName(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) > MaxNameBytes || !name.All(IsNameCharacter))
            throw new ServiceException("InvalidParameterValue.InvalidCommandName", name);
    }

    private static bool IsNameCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or (>= '\u4e00' and <= '\u9fff');

    // No simulated account has a bucket.
    private static void CheckOutput(string url, string prefix)
    {
        if (prefix.Length > MaxPrefixLength || (prefix.Length > 0 && prefix[0] == '/') || prefix.Contains("//") || prefix.Split('/').Contains(".."))
            throw new ServiceException("InvalidParameterValue.InvalidOutputCOSKeyPrefix", prefix);
        if (url.Length > 0)
            throw new ServiceException(Bucket.IsMatch(url) ? "ResourceNotFound.CosBucketNotFoundCode" : "InvalidParameterValue.InvalidOutputCOSBucketUrl", url);
    }
}
