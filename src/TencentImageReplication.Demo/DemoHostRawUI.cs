using System.Management.Automation.Host;

namespace TencentImageReplication.Demo;

/// <summary>Returns the width of the terminal, the only thing that the demo needs.</summary>
internal sealed class DemoHostRawUI(int width) : PSHostRawUserInterface
{
    private const int Height = 50;

    public override Size BufferSize { get; set; } = new(width, Height);

    public override Size WindowSize { get; set; } = new(width, Height);

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; }

    public override bool KeyAvailable => false;

    public override string WindowTitle { get; set; } = "";

    public override void FlushInputBuffer()
    {
        // The demo reads no input.
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotThere();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw NotThere();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NotThere();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotThere();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotThere();

    private static NotSupportedException NotThere() => new("The demo draws nothing but lines.");
}
