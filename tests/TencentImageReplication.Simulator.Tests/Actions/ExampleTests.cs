using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

/// <summary>Tencent's own example requests. Their resources do not exist here, but their form is right.</summary>
public class ExampleTests
{
    private static readonly string[] FormCodes =
        ["InvalidParameter", "UnknownParameter", "MissingParameter", "InvalidParameterValue", "InvalidFilter", "InvalidParameterCombination", "InvalidAction"];

    public static TheoryData<string, string> Examples
    {
        get
        {
            var known = new Simulation().Cloud.Actions;
            var examples = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Captures"), "*.examples.json"))
            {
                using var document = JsonDocument.Parse(File.ReadAllText(file));
                foreach (var action in document.RootElement.EnumerateObject().Where(action => known.Contains(action.Name)))
                {
                    foreach (var example in action.Value.EnumerateArray())
                    {
                        var input = example.GetProperty("input").GetString()!.Replace("\r", "", StringComparison.Ordinal);
                        if (input.Contains("\n\n", StringComparison.Ordinal))
                            examples.Add(action.Name, input[(input.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
                    }
                }
            }
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_form_of_a_documented_request_is_accepted(string action, string body)
    {
        var simulation = new Simulation();

        var code = (await simulation.CallAsync(action, Encoding.UTF8.GetBytes(body), "ap-shanghai")).Code;

        Assert.DoesNotContain(code, FormCodes);
    }
}
