using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Copies custom images to other regions, or to encrypted images in their own region (SyncImages).</summary>
/// <remarks>
/// Without -DestinationRegion, an earlier row that is piped in is retried: its source, its destination.
/// With -DestinationRegion, the copy itself is the image to copy.
/// </remarks>
[Cmdlet(VerbsCommon.Copy, "TccCustomImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccImageCopy))]
public sealed class CopyTccCustomImageCommand : CopyImageCommand
{
    // Destinations that come one by one from the pipeline are collected, so that one request copies an image to all of them.
    private readonly ByConnection<CopyRequestBuilder> _collected = new(_ => new CopyRequestBuilder());
    private bool _destinationsAreGiven;

    /// <summary>The custom images to copy.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(CustomImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The region of the images; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The regions to copy to.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TccRegionTransformation(List = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(DestinationRegionCompleter))]
    public string[]? DestinationRegion { get; set; }

    /// <summary>The region of the source of an earlier row.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    public string? SourceRegion { get; set; }

    /// <summary>The status of an earlier row.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    /// <summary>Allows copies between the Chinese mainland and elsewhere, for accounts that Tencent has enabled.</summary>
    [Parameter]
    public SwitchParameter AllowCrossBorder { get; set; }

    /// <summary>Creates an encrypted copy in the image's own region instead.</summary>
    [Parameter]
    public SwitchParameter Encrypt { get; set; }

    /// <summary>The key of the Key Management Service (KMS) to encrypt with; default: the key of the disk service.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KmsKeyId { get; set; }

    private protected override ImageCopyOptions Options() => OptionsFor(Encrypt ? CopyKind.Encrypted : CopyKind.Custom) with
    {
        AllowCrossBorder = AllowCrossBorder,
        KmsKeyId = KmsKeyId,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _destinationsAreGiven = MyInvocation.BoundParameters.ContainsKey(nameof(DestinationRegion));
        if (KmsKeyId is not null && !Encrypt)
            ThrowTerminatingError(ErrorRecords.KeyNeedsEncrypt());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipBlankLine(ImageId is [var line] ? line : null))
            return;
        if (RefuseOtherAccount(PlanRow, Account, AccountId, Region))
            return;
        if (DestinationRegion?.Where(region => !string.IsNullOrEmpty(region)).ToArray() is { Length: > 0 } regions)
            CopyTo(regions);
        else if (Encrypt && !IsRowOfEncryption())
            CopyTo([ResolveRegion(Region)]);
        else if (RowSource is { } source && SourceRegion is { Length: > 0 } sourceRegion && Region is { Length: > 0 } region)
            _collected[ConnectionOf(PlanRow)].AddRow(source, sourceRegion, RowName, CarriedOver, region, ImageId is [var copy] ? copy : null);
        else
            WriteError(ErrorRecords.NoDestination(ImageId));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var connection in _collected.Connections)
        {
            foreach (var request in _collected[connection].Requests())
                Copy(connection, request);
        }

        base.EndProcessing();
    }

    // The row of an encrypted copy has one region. For another row, the copy itself is the image to encrypt, and for a row with the
    // status Source, the source.
    private bool IsRowOfEncryption() =>
        RowSource is { } source && ImageId?.Contains(source) != true && SourceRegion is { Length: > 0 } && Region is { Length: > 0 } && RegionRules.IsSame(SourceRegion, Region);

    private void CopyTo(string[] regions)
    {
        // With -WhatIf for a whole script, there is no copy yet that another command could copy on.
        if (IsWhatIf() && new PipedImage(null, Region, Status, SourceImageId).PlannedSkipReason() is { } reason)
        {
            WriteVerbose(reason);
            return;
        }

        if (ImageId is not { Length: > 0 } || ImageId.Any(string.IsNullOrEmpty))
        {
            WriteError(SourceImageId is { Length: > 0 } source
                ? ErrorRecords.NoCopy(source, Region)
                : ErrorRecords.NoImageId(ImageId));
            return;
        }

        var connection = ConnectionOf(PlanRow);
        var destinations = ResolveRegions(regions);
        foreach (var imageId in ImageId)
        {
            if (_destinationsAreGiven || Encrypt)
                Copy(connection, CopyRequestBuilder.Request(imageId, ResolveRegion(Region), DestinationImageName, CarriedOver, destinations));
            else
                _collected[connection].Add(imageId, ResolveRegion(Region), DestinationImageName, CarriedOver, destinations);
        }
    }
}
