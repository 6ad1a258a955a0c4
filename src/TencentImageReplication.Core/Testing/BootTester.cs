using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Testing;

/// <summary>Tests one image: prices an instance, asks for confirmation, runs the test on the instance, and marks an image that passed.</summary>
internal sealed class BootTester(
    CvmClient client, TatClient automation, CallerAccount account, BootTestOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly InstancePricing _pricing = new(client);
    private readonly InstanceTest _test = new(client, automation, options, timeProvider, logger);

    /// <summary>Tests an image.</summary>
    /// <param name="request">The image.</param>
    /// <param name="cancellationToken">Ends the test early. Its instance is deleted.</param>
    /// <returns>The result; null if the user does not confirm.</returns>
    public async Task<BootTestResult?> RunAsync(BootTestRequest request, CancellationToken cancellationToken)
    {
        var result = new BootTestResult { Request = request, AccountId = await FindAccountAsync(request.Region, cancellationToken) };
        try
        {
            var images = await client.FindImagesAsync(request.Region, [request.ImageId], cancellationToken);
            if (!images.TryGetValue(request.ImageId, out var image))
                throw new RuleViolationException(ImageChangeRules.NotFound(request.ImageId, request.Region));
            result = result with { ImageName = image.ImageName, Price = await FindPriceAsync(image, request.Region, cancellationToken) };
            if (CheckPrice(result.Price) is { } violation)
                throw new RuleViolationException(violation);
            if (!await options.ConfirmAsync(new BootTestPlan(image, request.Region, options.Settings, result.Price)))
                return null;

            cancellationToken.ThrowIfCancellationRequested();
            options.Starting?.Invoke(request);
            result = await _test.RunAsync(image, result, cancellationToken);
        }
        catch (RuleViolationException exception)
        {
            return result.With(BootTestStatus.Inconclusive, exception.Violation.Id, exception.Violation.ToString());
        }
        catch (TencentCloudException exception)
        {
            return result.With(BootTestStatus.Inconclusive, exception.Code, exception.Message) with { RequestId = exception.RequestId };
        }

        if (result.Status == BootTestStatus.Passed && options.Tagger is not null)
            await MarkAsync(request, cancellationToken);
        return result;
    }

    private async Task<double?> FindPriceAsync(Image image, string region, CancellationToken cancellationToken)
    {
        var request = TestInstance.Build(image, options.Settings, LaunchToken.New(), timeProvider.GetUtcNow());
        try
        {
            var price = await _pricing.GetAsync(region, request, cancellationToken);
            return price?.InstancePrice is { } instance ? instance.UnitPriceDiscount ?? instance.UnitPrice : null;
        }
        // Without a maximum, the price is only shown.
        catch (TencentCloudException exception) when (options.MaximumPrice is null)
        {
            TestLog.NoPrice(logger, region, exception.Code);
            return null;
        }
    }

    private RuleViolation? CheckPrice(double? price) => options.MaximumPrice is { } maximum ? BootTestRules.CheckPrice(price, maximum) : null;

    private async Task<string?> FindAccountAsync(string region, CancellationToken cancellationToken)
    {
        try
        {
            return await account.GetIdAsync(region, cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            TestLog.AccountNotKnown(logger, exception);
            return null;
        }
    }

    private async Task MarkAsync(BootTestRequest request, CancellationToken cancellationToken)
    {
        var tag = new Tag { Key = ModuleTags.Verified, Value = $"{timeProvider.GetUtcNow():yyyy-MM-dd}" };
        try
        {
            await options.Tagger!.TagAsync(request.Region, request.ImageId, [tag], cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            TestLog.NotMarked(logger, request.ImageId, request.Region, exception);
        }
    }
}
