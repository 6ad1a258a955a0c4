namespace TencentImageReplication.HelpBuilder;

/// <summary>The error in a page.</summary>
/// <param name="file">The page.</param>
/// <param name="line">The line, counted from 0 as Markdig does.</param>
/// <param name="problem">The error.</param>
internal sealed class HelpSourceException(string file, int line, string problem)
    : Exception($"{file}({line + 1}): error HELP: {problem}"); // MSBuild shows an error of this form with its position
