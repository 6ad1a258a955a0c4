using TencentImageReplication.Simulator;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Serves the pages of the metadata service of an instance, to any client.</summary>
internal static class MetadataPages
{
    public const string Root = "/latest/meta-data";

    public static async Task WriteAsync(HttpContext context, SimulatedCloud cloud)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var page = cloud.ReadMetadata(context.Request.Path.Value ?? "");
        context.Response.StatusCode = page.Found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync(page.Text, context.RequestAborted);
    }
}
