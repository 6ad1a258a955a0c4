namespace TencentImageReplication.HelpBuilder;

/// <summary>A page that no help can be made of.</summary>
/// <param name="file">The page.</param>
/// <param name="line">The line, counted from 0 as Markdig does.</param>
/// <param name="problem">What is wrong there.</param>
internal sealed class HelpSourceException(string file, int line, string problem)
    : Exception($"{file}({line + 1}): error HELP: {problem}"); // the form in which MSBuild shows an error at its place
