namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads plan files, and finds all mistakes in them.</summary>
public static class PlanFileReader
{
    /// <summary>Reads a plan in JSON.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">The text of the file.</param>
    public static PlanFile ReadJson(string path, string text)
    {
        var report = new PlanReport();
        return Finish(path, PlanJson.Read(text, report), report);
    }

    /// <summary>Reads a plan whose values have been read from another kind of file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="root">The value of the file; null when there is none.</param>
    /// <param name="problems">The mistakes that were found when the values were read.</param>
    public static PlanFile Read(string path, PlanNode? root, IEnumerable<PlanProblem> problems)
    {
        var report = new PlanReport();
        report.AddErrors(problems);
        return Finish(path, root, report);
    }

    private static PlanFile Finish(string path, PlanNode? root, PlanReport report)
    {
        var plan = root is null ? null : DocumentReader.Read(root, path, report);
        return new PlanFile(report.HasErrors ? null : plan, report.Errors, report.Warnings);
    }
}
