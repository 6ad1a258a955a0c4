using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Pipeline;

/// <summary>Creates the rows of publications from those of the engine, and reads saved ones.</summary>
internal static class PublicationRows
{
    private const string Separator = "; ";

    /// <summary>Creates the row of a publication, with its error.</summary>
    /// <param name="row">The publication.</param>
    /// <param name="context">The connection to its account, for the next command; null for that of the next command.</param>
    /// <param name="show">Changes the way it is shown; null to leave it.</param>
    internal static OutputRow ToOutput(Publication row, TccContext? context, Func<TccImagePublication, object>? show = null)
    {
        var shown = From(row) with { Context = context };
        return new OutputRow(show?.Invoke(shown) ?? shown, ErrorRecords.PublicationFailed(row, shown));
    }

    /// <summary>Creates the row of a publication.</summary>
    // The enums have the same numbers.
    internal static TccImagePublication From(Publication row) => new()
    {
        AccountId = row.AccountId,
        Region = row.Region,
        Kind = (TccPublicationKind)(int)row.Kind,
        TargetId = row.TargetId,
        TargetName = row.TargetName,
        PreviousImageId = row.PreviousImageId,
        ImageId = row.ImageId,
        PreviousVersion = NumberConversion.From(row.PreviousVersion),
        Version = NumberConversion.From(row.Version),
        LaunchConfigurationId = row.ConfigurationId,
        AffectedGroup = row.Groups.Count > 0 ? string.Join(Separator, row.Groups) : null,
        InstanceCount = NumberConversion.From(row.InstanceCount),
        GroupDisabled = row.IsGroupDisabled,
        RefreshActivityId = row.RefreshActivityId,
        RefreshProgress = row.RefreshProgress,
        Status = (TccPublicationStatus)(int)row.Status,
        Reason = row.Reason,
        PublishedAt = row.PublishedAt,
        CompletedAt = row.CompletedAt,
        ErrorCode = FailureCode.Of(row.Error),
        ErrorMessage = row.Error?.Message,
        RequestId = row.RequestId,
    };

    /// <summary>Returns true for a row of a publication, live or read from a file.</summary>
    internal static bool IsRow(PSObject? value) => value?.BaseObject is TccImagePublication
        || (value?.Properties[nameof(TccImagePublication.TargetId)] is not null && Text(value, nameof(TccImagePublication.Kind)) is not null);

    /// <summary>Reads a row that is live, or was saved and read again.</summary>
    /// <param name="value">The object.</param>
    /// <param name="fail">Receives an error for a value that decides about the row and cannot be read.</param>
    /// <returns>The row; null if it cannot be used.</returns>
    internal static Publication? TryRead(PSObject value, Action<ErrorRecord> fail)
    {
        var kind = EnumText.TryRead<TccPublicationKind>(value.Properties[nameof(TccImagePublication.Kind)]?.Value);
        var status = EnumText.TryRead<TccPublicationStatus>(value.Properties[nameof(TccImagePublication.Status)]?.Value);
        var region = Text(value, nameof(TccImagePublication.Region))?.Trim().ToLowerInvariant() ?? "";
        var imageId = Text(value, nameof(TccImagePublication.ImageId)) ?? "";
        if (kind is null)
            fail(ErrorRecords.PublicationNotRead(value, nameof(TccImagePublication.Kind), EnumText.Words(typeof(TccPublicationKind))));
        else if (status is null)
            fail(ErrorRecords.PublicationNotRead(value, nameof(TccImagePublication.Status), EnumText.Words(typeof(TccPublicationStatus))));
        else if ((RegionRules.CheckId(region) ?? ImageRules.CheckId(imageId)) is { } violation)
            fail(ErrorRecords.From(violation, value));
        else
            return Read(value, (PublicationKind)(int)kind, (PublicationStatus)(int)status, region, imageId);
        return null;
    }

    private static Publication Read(PSObject value, PublicationKind kind, PublicationStatus status, string region, string imageId) => new()
    {
        AccountId = Text(value, nameof(TccImagePublication.AccountId)),
        Region = region,
        Kind = kind,
        TargetId = Text(value, nameof(TccImagePublication.TargetId)) ?? "",
        TargetName = Text(value, nameof(TccImagePublication.TargetName)) ?? "",
        PreviousImageId = Text(value, nameof(TccImagePublication.PreviousImageId)),
        ImageId = imageId,
        PreviousVersion = Number(value, nameof(TccImagePublication.PreviousVersion)),
        Version = Number(value, nameof(TccImagePublication.Version)),
        ConfigurationId = Text(value, nameof(TccImagePublication.LaunchConfigurationId)),
        Groups = Text(value, nameof(TccImagePublication.AffectedGroup))?.Split([Separator], StringSplitOptions.None) ?? [],
        RefreshActivityId = Text(value, nameof(TccImagePublication.RefreshActivityId)),
        Status = status,
        PublishedAt = Time(value, nameof(TccImagePublication.PublishedAt)),
    };

    private static string? Text(PSObject? value, string name) => value?.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static long? Number(PSObject value, string name) =>
        Text(value, name) is { } text && LanguagePrimitives.TryConvertTo(text, CultureInfo.InvariantCulture, out long number) ? number : null;

    // Only shown again: a time that a spreadsheet has rewritten is left out.
    private static DateTimeOffset? Time(PSObject value, string name)
    {
        try
        {
            return TimeConversion.From(value.Properties[name]?.Value, DateTimeKind.Utc) is { } time ? (DateTimeOffset)time : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
