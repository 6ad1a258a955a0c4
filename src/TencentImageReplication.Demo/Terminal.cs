namespace TencentImageReplication.Demo;

/// <summary>
/// The console: lines that stay, and below them one status line that is redrawn. Redirected output gets the lines alone.
/// </summary>
internal sealed class Terminal
{
    private const int WidthWhenRedirected = 120;

    private readonly Lock _gate = new();
    private readonly bool _isInteractive = !Console.IsOutputRedirected;
    private string _status = "";

    /// <summary>Whether anything was written as an error.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>How many characters a line has room for.</summary>
    internal int Width { get; } = Console.IsOutputRedirected || Console.WindowWidth < 40 ? WidthWhenRedirected : Console.WindowWidth;

    internal void WriteLine(string text = "") => Write(text + Environment.NewLine);

    internal void Write(string text)
    {
        lock (_gate)
        {
            ClearStatus();
            Console.Out.Write(text);
        }
    }

    internal void WriteError(string text)
    {
        lock (_gate)
        {
            ClearStatus();
            HasErrors = true;
            Console.Error.WriteLine(text);
        }
    }

    /// <summary>Replaces the status line. For eyes only: nothing of it gets into a file.</summary>
    internal void WriteStatus(string text)
    {
        lock (_gate)
        {
            if (!_isInteractive)
                return;
            var line = text.Length < Width ? text : text[..(Width - 1)];
            Console.Out.Write($"\r{line.PadRight(_status.Length)}");
            _status = line;
        }
    }

    internal void ClearStatus()
    {
        lock (_gate)
        {
            if (_status.Length > 0)
                Console.Out.Write($"\r{new string(' ', _status.Length)}\r");
            _status = "";
        }
    }
}
