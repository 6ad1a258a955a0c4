using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Marking;

/// <summary>
/// Sets one mark on several copies. It uses the next key when a key holds no more values, retries what is temporary, and
/// stops for the rest of the run when no mark can be set.
/// </summary>
internal sealed class MarkWriter(ImageTagger tagger, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The codes of the tag service. Source: its list of error codes.</summary>
    private const string KeyIsFull = "LimitExceeded.TagValue";
    private const string ForbiddenByPolicy = "FailedOperation.PolicyEnforcedInvalid";
    private const string Failed = "FailedOperation";

    // Each key holds 1,000 values, so this is enough for 100,000 sources.
    private const int MaxKeys = 100;
    private const int MaxAttempts = 5;

    /// <summary>The number of requests without a response, one after the other, after which the tag service counts as down.</summary>
    private const int MaxLostInARow = 3;

    /// <summary>The number of refused requests after which the service does not seem to take marks of copies in progress.</summary>
    private const int MaxRefusedInProgress = 3;

    // Enough for 20 requests a second at a latency of two seconds.
    private const int MaxConcurrency = 40;

    private static readonly Backoff Retries = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(16));

    private readonly object _gate = new();
    private readonly ConcurrencyLimit _limit = new(MaxConcurrency);
    private readonly Dictionary<string, MarkFailure> _failures = new(StringComparer.Ordinal);
    private int _key = 1;
    private int _lostInARow;
    private TencentCloudException? _lost;
    private int _refusedInProgress;
    private bool _mayNotTag;
    private bool _isWarned;

    /// <summary>Sets a mark. It never fails: see <see cref="ReportFailures"/>.</summary>
    /// <param name="value">The value of the tag.</param>
    /// <param name="copies">At most ten copies.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task WriteAsync(string value, IReadOnlyList<PendingMark> copies, CancellationToken cancellationToken)
    {
        // A row can arrive twice. A request names each image once.
        IReadOnlyList<PendingMark> left = [.. copies.Distinct()];
        var backoff = Retries;
        for (var attempt = 1; ; attempt++, backoff = backoff.Next)
        {
            left = await SendAsync(value, left, mayRetry: attempt < MaxAttempts, cancellationToken);
            if (left.Count == 0)
                return;
            await timeProvider.PauseAsync(backoff.Pause, cancellationToken);
        }
    }

    /// <summary>Records that copies were not marked.</summary>
    public void Fail(IEnumerable<ImageRef> copies, TencentCloudException error)
    {
        lock (_gate)
        {
            if (!_failures.TryGetValue(error.Code, out var failure))
                _failures.Add(error.Code, failure = new MarkFailure(error));
            failure.Copies.AddRange(copies);
        }
    }

    /// <summary>Warns about the copies that were not marked: once for each reason.</summary>
    public void ReportFailures()
    {
        lock (_gate)
        {
            foreach (var failure in _failures.Values)
                MarkLog.NotMarked(logger, failure.Copies, failure.Error);
            _failures.Clear();
        }
    }

    /// <returns>The copies to retry.</returns>
    private async Task<IReadOnlyList<PendingMark>> SendAsync(
        string value, IReadOnlyList<PendingMark> copies, bool mayRetry, CancellationToken cancellationToken)
    {
        var key = 0;
        var refused = new List<(PendingMark Mark, TencentCloudException Error)>();
        using (await _limit.EnterAsync(cancellationToken))
        {
            copies = Wanted(copies);
            if (copies.Count == 0)
                return [];
            key = Volatile.Read(ref _key);
            try
            {
                // An image that the service does not accept must not keep the others from their marks.
                await RequestSplitter.SendAsync(copies, part => TagAsync(key, value, part, refused, cancellationToken), ConcernsOneCopy, Refuse);
            }
            catch (TencentCloudException exception) when (exception.Code == KeyIsFull)
            {
                refused = [.. copies.Select(copy => (copy, exception))];
            }
            catch (TencentCloudException exception)
            {
                GiveUp(copies, exception);
                return [];
            }
        }

        Count(copies, refused.Count);
        foreach (var mark in copies.Except(refused.Select(refusal => refusal.Mark)))
            MarkLog.Marked(logger, mark.Copy.ImageId, mark.Copy.Region, value);

        var full = refused.FindAll(refusal => refusal.Error.Code == KeyIsFull);
        var retried = new List<PendingMark>();
        foreach (var (mark, error) in refused.Except(full))
        {
            if (IsPermission(error))
                WarnMayNotTag(error, isAboutAll: false);
            else if (!mark.IsAvailable)
                MarkLog.NotYet(logger, mark.Copy.ImageId, mark.Copy.Region, error.Code);
            else if (mayRetry && IsTemporary(error))
                retried.Add(mark);
            else
                Fail([mark.Copy], error);
        }

        if (full.Count > 0 && TryNextKey(key))
            return [.. retried, .. await SendAsync(value, [.. full.Select(refusal => refusal.Mark)], mayRetry, cancellationToken)];
        foreach (var (mark, error) in full)
            Fail([mark.Copy], error);
        return retried;

        void Refuse(PendingMark mark, TencentCloudException error) => refused.Add((mark, error));
    }

    private async Task TagAsync(
        int key,
        string value,
        IReadOnlyList<PendingMark> copies,
        List<(PendingMark Mark, TencentCloudException Error)> refused,
        CancellationToken cancellationToken)
    {
        var tag = new Tag { Key = SourceMark.KeyOf(key), Value = value };
        var failures = await tagger.TagAsync([.. copies.Select(mark => mark.Copy)], tag, cancellationToken);
        foreach (var mark in copies)
        {
            if (failures.TryGetValue(mark.Copy, out var error))
                refused.Add((mark, error));
        }
    }

    // Not those whose turn came after the run had stopped marking.
    private IReadOnlyList<PendingMark> Wanted(IReadOnlyList<PendingMark> copies)
    {
        lock (_gate)
        {
            if (_mayNotTag)
                return [];
            if (_lostInARow >= MaxLostInARow)
            {
                Fail(copies.Select(mark => mark.Copy), _lost!);
                return [];
            }

            return _refusedInProgress >= MaxRefusedInProgress ? [.. copies.Where(mark => mark.IsAvailable)] : copies;
        }
    }

    private void Count(IReadOnlyList<PendingMark> copies, int refused)
    {
        lock (_gate)
        {
            _lostInARow = 0;
            if (copies.Any(mark => mark.IsAvailable))
                return;
            if (refused < copies.Count)
                _refusedInProgress = 0;
            else if (++_refusedInProgress == MaxRefusedInProgress)
                MarkLog.MarkingLater(logger);
        }
    }

    private void GiveUp(IReadOnlyList<PendingMark> copies, TencentCloudException error)
    {
        if (IsPermission(error))
        {
            WarnMayNotTag(error, isAboutAll: true);
            return;
        }

        lock (_gate)
        {
            Fail(copies.Select(mark => mark.Copy), error);
            _lostInARow++;
            _lost = error;
        }
    }

    // A policy may allow tags in some regions only. Either way there is one warning.
    private void WarnMayNotTag(TencentCloudException error, bool isAboutAll)
    {
        lock (_gate)
        {
            _mayNotTag |= isAboutAll;
            if (_isWarned)
                return;
            _isWarned = true;
        }

        MarkLog.MayNotTag(logger, error);
    }

    private bool TryNextKey(int full)
    {
        lock (_gate)
        {
            if (full >= MaxKeys)
                return false;
            _key = Math.Max(_key, full + 1);
            return true;
        }
    }

    private static bool ConcernsOneCopy(TencentCloudException error) =>
        error.Kind == TencentCloudErrorKind.Service && error.Code != KeyIsFull && !IsPermission(error);

    // Without the number of the account, no image can be named to the tag service.
    private static bool IsPermission(TencentCloudException error) =>
        error.Code == ForbiddenByPolicy
        || error.Kind is TencentCloudErrorKind.Authorization or TencentCloudErrorKind.Authentication or TencentCloudErrorKind.Credential
        || (error.Kind == TencentCloudErrorKind.Service && error.Action == GetCallerIdentity.Action.Name);

    // Another change of the same tags is still in progress, or the reason is not known.
    private static bool IsTemporary(TencentCloudException error) =>
        error.Kind == TencentCloudErrorKind.InternalError || error.Code.StartsWith(Failed, StringComparison.Ordinal);

    /// <summary>The copies that were not marked for one reason.</summary>
    private sealed class MarkFailure(TencentCloudException error)
    {
        public TencentCloudException Error { get; } = error;

        public List<ImageRef> Copies { get; } = [];
    }
}
