using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Tests.Api.Cvm;

/// <summary>Tencent's own examples are read in full, and what the service is free to do is tolerated.</summary>
public sealed class ExampleResponseTests
{
    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            var file = CaptureFiles.Load("cvm-2017-03-12.examples.json");
            foreach (var action in typeof(CvmActions).GetProperties(BindingFlags.Public | BindingFlags.Static))
            {
                for (var i = 0; i < file[action.Name]!.AsArray().Count; i++)
                    data.Add(action.Name, i);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_value_of_an_example_answer_arrives(string action, int index)
    {
        var example = CaptureFiles.Load("cvm-2017-03-12.examples.json")[action]![index]!;
        var answer = JsonNode.Parse(example.Text("output"))!["Response"]!;

        var read = typeof(ModelReader).GetMethod(nameof(ModelReader.Read))!.MakeGenericMethod(TypesOf(action).Response);
        var response = read.Invoke(null, [JsonSerializer.SerializeToElement(answer)]);

        AssertArrived(answer, response, action);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_value_of_an_example_request_can_be_sent(string action, int index)
    {
        var example = CaptureFiles.Load("cvm-2017-03-12.examples.json")[action]![index]!;
        var parts = example.Text("input").Split("\n\n", 2);
        if (parts.Length < 2)
            return;

        // The only value of all examples that is not of its documented type.
        var expected = JsonNode.Parse(parts[1].Replace("\"InternetMaxBandwidthOut\": \"10\"", "\"InternetMaxBandwidthOut\": 10", StringComparison.Ordinal))!;

        // Requests are only ever written by the product.
        var request = JsonSerializer.Deserialize(expected.ToJsonString(), TypesOf(action).Request)!;

        var sent = Written(request);
        Assert.True(CaptureFiles.SameJson(expected, JsonNode.Parse(sent)), sent);
    }

    [Fact]
    public void Every_property_of_an_image_is_read_and_every_one_of_its_request_written()
    {
        var image = Sample(typeof(Image));
        AssertArrived(image, Read(image.ToJsonString()), nameof(Image));

        var request = Sample(typeof(DescribeImagesRequest));
        var written = Written(request.Deserialize<DescribeImagesRequest>()!);
        Assert.True(CaptureFiles.SameJson(request, JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Both_spellings_of_a_time_are_the_same_time()
    {
        var expected = new DateTimeOffset(2020, 9, 22, 1, 2, 3, TimeSpan.Zero);

        Assert.Equal(expected, TimeOf("\"2020-09-22T01:02:03Z\""));
        Assert.Equal(expected, TimeOf("\"2020-09-22T01:02:03+00:00\""));
        Assert.Equal(expected, TimeOf("\"2020-09-22T09:02:03+08:00\""));
        Assert.Equal(TimeSpan.Zero, TimeOf("\"2020-09-22T09:02:03+08:00\"")!.Value.Offset);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"0000-00-00 00:00:00\"")]
    [InlineData("17")]
    [InlineData("{}")]
    public void A_time_that_nobody_can_read_is_none(string json) => Assert.Null(TimeOf(json));

    [Fact]
    public void Missing_and_null_lists_and_names_are_empty_and_unknown_fields_are_skipped()
    {
        var missing = Read("{}");
        var nulls = Read(
            """{"ImageId":null,"ImageName":null,"ImageState":null,"Tags":null,"SnapshotSet":null,"SyncPercent":null,"New":{"a":[1]}}""");

        Assert.All([missing, nulls], image =>
        {
            Assert.Equal("", image.ImageId);
            Assert.Equal("", image.ImageName);
            Assert.Equal("", image.ImageState);
            Assert.Empty(image.Tags);
            Assert.Empty(image.SnapshotSet);
            Assert.Null(image.SyncPercent);
        });
    }

    [Fact]
    public void A_number_as_text_is_a_number() =>
        Assert.Equal(50, Read("""{"ImageSize":"50"}""").ImageSize);

    [Fact]
    public void What_was_not_given_is_not_written()
    {
        var run = new RunInstancesRequest { ImageId = "img-1", Placement = new Placement { Zone = "z" } };
        var describe = new DescribeImagesRequest { Limit = 100 };

        Assert.Equal("""{"Placement":{"Zone":"z"},"ImageId":"img-1"}""", Written(run));
        Assert.Equal("""{"Limit":100}""", Written(describe));
    }

    // A value of its type for each property, one for a list.
    private static JsonNode Sample(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(long?) ? 7
        : type == typeof(bool?) ? true
        : type == typeof(DateTimeOffset?) ? "2020-09-22T01:02:03Z"
        : type.IsGenericType ? new JsonArray(Sample(type.GetGenericArguments()[0]))
        : new JsonObject(type.GetProperties().Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Sample(property.PropertyType))));

    private static DateTimeOffset? TimeOf(string json) => Read($$"""{"CreatedTime":{{json}}}""").CreatedTime;

    private static Image Read(string image)
    {
        using var document = JsonDocument.Parse($$"""{"ImageSet":[{{image}}]}""");
        return ModelReader.Read<DescribeImagesResponse>(document.RootElement).ImageSet[0];
    }

    private static string Written(object request) => Encoding.UTF8.GetString(RequestWriter.Write(request));

    private static (Type Request, Type Response) TypesOf(string action)
    {
        var types = typeof(CvmActions).GetProperty(action)!.PropertyType.GetGenericArguments();
        return (types[0], types[1]);
    }

    private static void AssertArrived(JsonNode? expected, object? actual, string path)
    {
        switch (expected)
        {
            case null:
                Assert.True(actual is null or "" or IEnumerable, path);
                break;
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    var property = actual!.GetType().GetProperty(name);
                    Assert.True(property is not null, $"{path}.{name} is not in the model.");
                    AssertArrived(value, property.GetValue(actual), $"{path}.{name}");
                }

                break;
            case JsonArray items:
                var list = ((IEnumerable)actual!).Cast<object>().ToList();
                Assert.Equal(items.Count, list.Count);
                for (var i = 0; i < items.Count; i++)
                    AssertArrived(items[i], list[i], $"{path}[{i}]");
                break;
            default:
                var text = actual is DateTimeOffset time
                    ? JsonValue.Create(time) : JsonValue.Create(JsonSerializer.SerializeToElement(actual));
                Assert.True(
                    CaptureFiles.SameJson(expected, text)
                        || (actual is DateTimeOffset at && DateTimeOffset.Parse(expected.GetValue<string>(), null) == at),
                    $"{path}: {actual} instead of {expected}");
                break;
        }
    }
}
