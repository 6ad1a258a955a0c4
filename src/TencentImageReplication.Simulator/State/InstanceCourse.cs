using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>Finds the course of instances in the settings.</summary>
internal static class InstanceCourse
{
    /// <summary>Returns the course of the instances of an image: that of the image, or of the region, or of the image that it was copied from.</summary>
    public static InstanceLifeCycle Of(string imageId, string region, CloudState state)
    {
        var courses = state.Options.LaunchesOf;
        if (courses.TryGetValue(imageId, out var course) || courses.TryGetValue(region, out course))
            return course;
        for (var image = state.Images.Find(imageId); image?.CopiedFrom is { } source; image = state.Images.Find(source))
        {
            if (courses.TryGetValue(source, out course))
                return course;
        }
        return state.Options.Launches;
    }
}
