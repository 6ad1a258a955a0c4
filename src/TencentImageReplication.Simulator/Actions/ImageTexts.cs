using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The texts that people give an image: the lengths are documented, the characters of a family are inferred.</summary>
internal static class ImageTexts
{
    private const int MaximumNameLength = 60;
    private const int MaximumDescriptionLength = 256;
    private const int MaximumFamilyLength = 60;

    public static void Check(Parameters parameters)
    {
        if (parameters.Text("ImageName").Length > MaximumNameLength)
            throw new ServiceException("InvalidParameterValue.TooLarge", "ImageName");
        if (parameters.Text("ImageDescription").Length > MaximumDescriptionLength)
            throw new ServiceException("InvalidParameterValue.TooLarge", "ImageDescription");
        var family = parameters.Text("ImageFamily");
        if (family.Length > MaximumFamilyLength || !family.All(IsFamilyCharacter))
            throw new ServiceException("InvalidParameterValue.InvalidImageFamily", family);
    }

    private static bool IsFamilyCharacter(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.';
}
