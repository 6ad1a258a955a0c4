using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the name, the description and the family of an image. The lengths are documented, the characters of a family are inferred.</summary>
internal static class ImageTexts
{
    private const int MaxNameLength = 60;
    private const int MaxDescriptionLength = 256;
    private const int MaxFamilyLength = 60;

    public static void Check(Parameters parameters)
    {
        if (parameters.Text("ImageName").Length > MaxNameLength)
            throw new ServiceException("InvalidParameterValue.TooLarge", "ImageName");
        if (parameters.Text("ImageDescription").Length > MaxDescriptionLength)
            throw new ServiceException("InvalidParameterValue.TooLarge", "ImageDescription");
        var family = parameters.Text("ImageFamily");
        if (family.Length > MaxFamilyLength || !family.All(IsFamilyCharacter))
            throw new ServiceException("InvalidParameterValue.InvalidImageFamily", family);
    }

    private static bool IsFamilyCharacter(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.';
}
