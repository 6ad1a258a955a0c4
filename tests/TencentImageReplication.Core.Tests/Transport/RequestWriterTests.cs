using System.Text;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Tests.Transport;

/// <summary>A request contains what has a value, in the type that the service expects.</summary>
public sealed class RequestWriterTests
{
    [Fact]
    public void Each_kind_of_value_is_written_in_its_type() => Assert.Equal(
        """{"Text":"a \u0022b\u0022 \u4E2D","Number":-7,"Large":9007199254740993,"Part":0.5,"Flag":false,"List":["x","y"],"Inner":{"Flag":true},"Inners":[{},{"Number":0}]}""",
        Written(new Model
        {
            Text = "a \"b\" 中",
            Number = -7,
            Large = 9_007_199_254_740_993,
            Part = 0.5,
            Flag = false,
            List = ["x", "y"],
            Inner = new Model { Flag = true },
            Inners = [new Model(), new Model { Number = 0 }],
        }));

    [Fact]
    public void A_value_that_is_missing_is_not_written_but_an_empty_one_is() =>
        Assert.Equal("""{"Text":"","List":[],"Inner":{}}""", Written(new Model { Text = "", List = [], Inner = new Model() }));

    [Fact]
    public void An_item_that_is_missing_keeps_its_place_in_a_list() =>
        Assert.Equal("""{"List":["x",null]}""", Written(new Model { List = ["x", null!] }));

    [Fact]
    public void A_request_without_values_is_an_empty_object() => Assert.Equal("{}", Written(new Model()));

    private static string Written(object request) => Encoding.UTF8.GetString(RequestWriter.Write(request));

    private sealed record Model
    {
        public string? Text { get; init; }

        public int? Number { get; init; }

        public long? Large { get; init; }

        public double? Part { get; init; }

        public bool? Flag { get; init; }

        public IReadOnlyList<string>? List { get; init; }

        public Model? Inner { get; init; }

        public IReadOnlyList<Model>? Inners { get; init; }
    }
}
