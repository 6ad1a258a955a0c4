using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Targets;

/// <summary>A launch template with its default version, which has the image that instances are created from.</summary>
/// <param name="Template">The template.</param>
/// <param name="Default">The default version; null if the template was deleted meanwhile.</param>
public sealed record LaunchTemplateTarget(LaunchTemplateInfo Template, LaunchTemplateVersionInfo? Default)
{
    // The service allows 20 requests a second.
    private const int MaxConcurrency = 20;

    /// <summary>Lists launch templates of a region. The default version of each needs a request.</summary>
    /// <param name="client">The service.</param>
    /// <param name="region">The region.</param>
    /// <param name="isWanted">Selects templates.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async IAsyncEnumerable<LaunchTemplateTarget> ListAsync(
        CvmClient client, string region, Func<LaunchTemplateInfo, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var templates = new List<LaunchTemplateInfo>();
        await foreach (var template in client.ListLaunchTemplatesAsync(region, cancellationToken))
        {
            if (isWanted(template))
                templates.Add(template);
        }

        var limit = new ConcurrencyLimit(MaxConcurrency);
        foreach (var target in await Task.WhenAll(templates.Select(ReadAsync)))
            yield return target;

        async Task<LaunchTemplateTarget> ReadAsync(LaunchTemplateInfo template)
        {
            using (await limit.EnterAsync(cancellationToken))
                return new(template, await client.FindDefaultVersionAsync(region, template, cancellationToken));
        }
    }
}
