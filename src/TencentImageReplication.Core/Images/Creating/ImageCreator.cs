using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Creating;

/// <summary>
/// Makes images of instances and snapshots, and never two for one request. CreateImage has no ClientToken, but a name belongs to
/// one image of an account and region: when an answer is lost, the name tells whether the image is there.
/// </summary>
public sealed class ImageCreator(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>How many answers may get lost before it is given up.</summary>
    private const int MostLostAnswers = 3;

    /// <summary>How far the clocks of this machine and the service may be apart (the service refuses more).</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>How long an image may take to be seen after the call that made it.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromMinutes(1);

    /// <summary>How long it is looked for where the service says that it is there.</summary>
    private static readonly TimeSpan CertainVisibilityWindow = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // What a lost call of this very request leaves behind: its image's name, and an instance that is being worked on.
    private static readonly string[] ShowALostCall =
        ["InvalidImageName.Duplicate", "OperationDenied.InstanceOperationInProgress", "MutexOperation.TaskRunning"];

    private readonly KeyedLock _names = new();

    /// <summary>Makes an image.</summary>
    /// <param name="region">The region of the instance or the snapshots, and of the image.</param>
    /// <param name="request">What to make it of, and what to call it.</param>
    /// <param name="cancellationToken">Gives up; the image may be made all the same.</param>
    /// <returns>The image, which is being made.</returns>
    /// <exception cref="RuleViolationException">The name is taken.</exception>
    /// <exception cref="TencentCloudException">The service refused, or nobody knows what became of the request.</exception>
    public async Task<Image> MakeAsync(string region, CreateImageRequest request, CancellationToken cancellationToken)
    {
        using (await _names.EnterAsync($"{region.ToUpperInvariant()} {request.ImageName}", cancellationToken).ConfigureAwait(false))
        {
            if (await FindAsync(region, request.ImageName, cancellationToken).ConfigureAwait(false) is [var taken, ..])
                throw new RuleViolationException(ImageChangeRules.NameTaken(request.ImageName, region, taken.ImageId));
            return await SendAsync(region, request, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Image> SendAsync(string region, CreateImageRequest request, CancellationToken cancellationToken)
    {
        var began = timeProvider.GetUtcNow();
        TencentCloudException? lost = null;
        for (var lostAnswers = 0; ;)
        {
            var window = VisibilityWindow;
            try
            {
                var answer = await client.CreateImageAsync(region, request, cancellationToken).ConfigureAwait(false);
                return await ReadAsync(region, request, answer.ImageId, cancellationToken).ConfigureAwait(false);
            }
            catch (TencentCloudException exception) when (exception.MayHaveActed)
            {
                ImageChangeLog.MakingAnswerLost(logger, request.ImageName, region, exception.Code);
                lost = exception;
                lostAnswers++;
            }
            catch (TencentCloudException exception) when (lost is not null && ShowALostCall.Contains(exception.Code))
            {
                window = CertainVisibilityWindow;
                lostAnswers = MostLostAnswers;
            }

            if (await LookAsync(region, request.ImageName, began, window, lost!, cancellationToken).ConfigureAwait(false) is { } made)
            {
                ImageChangeLog.Adopting(logger, made.ImageId, region, request.ImageName);
                return made;
            }

            if (lostAnswers >= MostLostAnswers)
                throw window == VisibilityWindow ? lost! : Unknown(region, request.ImageName, lost!, null);
            ImageChangeLog.MakingAgain(logger, request.ImageName, region);
        }
    }

    /// <summary>Looks for the image until it shows, or could not be there without showing.</summary>
    private async Task<Image?> LookAsync(
        string region, string name, DateTimeOffset began, TimeSpan window, TencentCloudException lost, CancellationToken cancellationToken)
    {
        var until = timeProvider.GetUtcNow() + window;
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            // A look may take long: what it does not find was not there when it began.
            var now = timeProvider.GetUtcNow();
            TencentCloudException? unreachable = null;
            try
            {
                var found = await FindAsync(region, name, cancellationToken).ConfigureAwait(false);
                if (found.Find(image => !(image.CreatedTime < began - ClockTolerance)) is { } made)
                    return made;
            }
            catch (TencentCloudException exception)
            {
                unreachable = exception;
            }

            if (now >= until)
                return unreachable is null ? null : throw Unknown(region, name, lost, unreachable);
            await timeProvider.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<Image>> FindAsync(string region, string name, CancellationToken cancellationToken)
    {
        Filter[] filters =
        [
            new() { Name = "image-type", Values = [ImageTypes.Private] },
            new() { Name = "image-name", Values = [name] },
        ];
        var found = new List<Image>();
        // The filter takes parts of names too.
        await foreach (var image in client.ListImagesAsync(region, filters, cancellationToken).ConfigureAwait(false))
        {
            if (image.ImageName == name)
                found.Add(image);
        }

        return found;
    }

    /// <summary>What the service shows of the image; what was asked for, where it does not show it yet.</summary>
    private async Task<Image> ReadAsync(string region, CreateImageRequest request, string imageId, CancellationToken cancellationToken)
    {
        var asked = new Image
        {
            ImageId = imageId,
            ImageName = request.ImageName,
            ImageType = ImageTypes.Private,
            ImageState = ImageStates.Creating,
            ImageDescription = request.ImageDescription,
            ImageFamily = request.ImageFamily,
            Tags = request.TagSpecification is [{ Tags: var tags }] ? tags : [],
        };
        try
        {
            var found = await client.FindImagesAsync(region, [imageId], cancellationToken).ConfigureAwait(false);
            return found.TryGetValue(imageId, out var image) ? image : asked;
        }
        catch (TencentCloudException exception)
        {
            // It is being made, whether it can be looked at or not.
            RequestLog.NoResponse(logger, region, exception.Code);
            return asked;
        }
    }

    private static TencentCloudException Unknown(
        string region, string name, TencentCloudException lost, TencentCloudException? unreachable)
    {
        var found = unreachable?.Code ?? Localized.Text("it does not show", "尚不可见");
        return new TencentCloudException(
            lost.Kind,
            ClientErrorCodes.OutcomeUnknown,
            Localized.Text(
                $"It is not known whether the image '{name}' is being made: the answer to the request was lost ({lost.Code}), and it could not be "
                    + $"found since ({found}). Look for it with Get-TccImage -ImageName '{name}' before you ask for it again.",
                $"无法确定镜像“{name}”是否正在创建：请求未收到响应（{lost.Code}），之后也无法查询"
                    + $"（{found}）。重试前，请先用 Get-TccImage -ImageName '{name}' 查询。"),
            lost.Action,
            region,
            lost.RequestId,
            mayHaveActed: true,
            lost);
    }
}
