using System.Globalization;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using TencentImageReplication.Core.Plans.Files;
using TencentImageReplication.Text;

namespace TencentImageReplication.Plans;

/// <summary>Reads the values of a plan from a PowerShell data file. It is parsed, and nothing in it runs.</summary>
internal sealed class PlanDataReader
{
    // The parser itself looks for the modules, assemblies and resources that these name.
    private static readonly Regex LoadsModules = new(
        @"(?<=(^|;|#>)\s*)using\b(?!\s*=)|(?<=(^|[;{}]|#>)\s*)configuration(?=\s+[^\s=])",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private readonly List<PlanProblem> _problems = [];

    private PlanDataReader()
    {
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">The text of the file.</param>
    internal static PlanFile Read(string path, string text)
    {
        var reader = new PlanDataReader();
        if (LoadsModules.Match(text) is { Success: true } match)
        {
            reader._problems.Add(new PlanProblem(text.Take(match.Index).Count(c => c == '\n') + 1, Messages.PlanNotData(match.Value)));
            return PlanFileReader.Read(path, null, reader._problems);
        }

        var script = Parser.ParseInput(text, out _, out var errors);
        foreach (var error in errors)
            reader.Report(error.Extent, Messages.PlanNotParsed(error.Message));
        var root = errors.Length > 0 ? null : reader.Root(script);
        return PlanFileReader.Read(path, root, reader._problems);
    }

    private PlanNode Root(ScriptBlockAst script)
    {
        // A trap, a using statement or a requirement is no data either.
        if (script is { ParamBlock: null, BeginBlock: null, ProcessBlock: null, DynamicParamBlock: null, ScriptRequirements: null, UsingStatements.Count: 0 }
            && script.EndBlock is { Traps: null or { Count: 0 }, Statements: { Count: 1 } statements })
        {
            return Value(statements[0]);
        }

        Report((script.EndBlock?.Statements.Skip(1).FirstOrDefault() ?? (Ast)script).Extent, Messages.PlanNotOneTable());
        return Unreadable(script);
    }

    private PlanNode Value(StatementAst statement) =>
        ExpressionOf(statement) is { } expression ? Value(expression) : NoData(statement);

    private PlanNode Value(ExpressionAst expression) => expression switch
    {
        HashtableAst table => Node(table, PlanNodeKind.Table) with { Members = [.. table.KeyValuePairs.Select(pair => Member(pair.Item1, pair.Item2))] },
        ArrayLiteralAst list => Node(list, PlanNodeKind.List) with { Items = [.. list.Elements.Select(Value)] },
        ArrayExpressionAst list => Node(list, PlanNodeKind.List) with { Items = [.. list.SubExpression.Statements.SelectMany(Items)] },
        ParenExpressionAst { Pipeline: StatementAst inner } => Value(inner),
        StringConstantExpressionAst text => Node(text, PlanNodeKind.Text) with { Text = text.Value },
        ConstantExpressionAst number => Number(number, number.Value),
        UnaryExpressionAst { TokenKind: TokenKind.Minus, Child: ConstantExpressionAst { Value: not string } number } =>
            Number(expression, number.Value) with { Text = "-" + Invariant(number.Value) },
        VariableExpressionAst { Splatted: false } variable => Constant(variable),
        _ => NoData(expression),
    };

    private PlanNode Constant(VariableExpressionAst variable) => variable.VariablePath.UserPath.ToLowerInvariant() switch
    {
        "true" => Node(variable, PlanNodeKind.Boolean) with { Text = "true" },
        "false" => Node(variable, PlanNodeKind.Boolean) with { Text = "false" },
        "null" => Node(variable, PlanNodeKind.Null),
        _ => NoData(variable),
    };

    private PlanMember Member(ExpressionAst key, StatementAst value)
    {
        var text = key is ConstantExpressionAst constant ? Invariant(constant.Value) : NoData(key).Text;
        return new PlanMember(text, LineOf(key), Value(value));
    }

    // As in PowerShell: @( ) holds what its statements write, and a list is written item by item.
    private IEnumerable<PlanNode> Items(StatementAst statement)
    {
        var value = Value(statement);
        return value.Kind == PlanNodeKind.List ? value.Items : [value];
    }

    private static ExpressionAst? ExpressionOf(StatementAst statement) =>
        statement is PipelineAst { PipelineElements: { Count: 1 } elements } && elements[0] is CommandExpressionAst { Redirections.Count: 0 } command
            ? command.Expression
            : null;

    private PlanNode NoData(Ast part)
    {
        Report(part.Extent, Messages.PlanNotData(part.Extent.Text));
        return Unreadable(part);
    }

    private void Report(IScriptExtent extent, string text) => _problems.Add(new PlanProblem(extent.StartLineNumber, text));

    private static PlanNode Number(Ast part, object value) => Node(part, PlanNodeKind.Number) with { Text = Invariant(value) };

    private static PlanNode Unreadable(Ast part) => Node(part, PlanNodeKind.Unreadable);

    private static PlanNode Node(Ast part, PlanNodeKind kind) => new(kind, LineOf(part));

    private static int LineOf(Ast part) => part.Extent.StartLineNumber;

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
