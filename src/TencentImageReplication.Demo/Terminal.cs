namespace TencentImageReplication.Demo;

/// <summary>
/// Writes lines to the console, and below them one status line that is replaced. Redirected output has no status line.
/// </summary>
internal sealed class Terminal
{
    private const int WidthWhenRedirected = 120;

    private readonly Lock _gate = new();
    private readonly bool _isInteractive = !Console.IsOutputRedirected;
    private string _status = "";

    /// <summary>True after an error was written.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>The number of characters of a line.</summary>
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

    /// <summary>Replaces the status line. Redirected output does not get it.</summary>
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
