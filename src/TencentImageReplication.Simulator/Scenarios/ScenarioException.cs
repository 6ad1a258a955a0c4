using System.Globalization;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>The error for a scenario with mistakes. The message has a line for each of them, with the file and the line.</summary>
#pragma warning disable CA1032 // Without its problems it says nothing.
public sealed class ScenarioException : Exception
#pragma warning restore CA1032
{
    internal ScenarioException(string name, IReadOnlyList<ScenarioProblem> problems)
        : base(string.Join(Environment.NewLine, problems.Select(problem =>
            string.Format(CultureInfo.InvariantCulture, "{0}({1}): {2}", name, problem.Line, problem.Text)))) => Problems = problems;

    /// <summary>The mistakes, in the order of their lines.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; }
}
