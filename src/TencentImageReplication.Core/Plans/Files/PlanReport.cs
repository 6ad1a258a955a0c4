using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Collects what is wrong in a plan file.</summary>
internal sealed class PlanReport
{
    private readonly List<PlanProblem> _errors = [];
    private readonly List<PlanProblem> _warnings = [];

    public bool HasErrors => _errors.Count > 0;

    public IReadOnlyList<PlanProblem> Errors => InOrder(_errors);

    public IReadOnlyList<PlanProblem> Warnings => InOrder(_warnings);

    /// <summary>Adds a mistake.</summary>
    public void Error(int line, string text) => _errors.Add(new PlanProblem(line, VisibleText.Of(text)));

    /// <summary>Adds a value that is probably a mistake.</summary>
    public void Warn(int line, string text) => _warnings.Add(new PlanProblem(line, VisibleText.Of(text)));

    /// <summary>Adds mistakes that were found while the text of the file was read.</summary>
    public void AddErrors(IEnumerable<PlanProblem> problems) => _errors.AddRange(problems);

    // The order of problems in one line stays.
    private static IReadOnlyList<PlanProblem> InOrder(List<PlanProblem> problems) => [.. problems.OrderBy(problem => problem.Line)];
}
