namespace TencentImageReplication.Core.Requests;

/// <summary>A pause between two polls, which doubles up to a maximum.</summary>
/// <param name="Pause">The next pause.</param>
/// <param name="Max">The maximum pause.</param>
internal readonly record struct Backoff(TimeSpan Pause, TimeSpan Max)
{
    /// <summary>The backoff after this pause.</summary>
    public Backoff Next => this with { Pause = TimeSpan.FromTicks(Math.Min(Pause.Ticks * 2, Max.Ticks)) };
}
