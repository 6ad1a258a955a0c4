using System.Collections;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Api.AutoScaling;

/// <summary>The models of auto scaling have fields that Tencent's metadata documents: those that the project reads or sends.</summary>
public sealed class AutoScalingModelTests
{
    public static TheoryData<Type> Models =>
    [
        .. typeof(AutoScalingClient).Assembly.GetTypes().Where(type => type.Namespace == typeof(AutoScalingClient).Namespace
            && type.IsPublic && type.GetMethod("<Clone>$") is not null),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_has_only_documented_fields(Type model)
    {
        var documented = CaptureFiles.Load("as-2018-04-19.schema.json")["objects"]![NameOf(model)]!;

        Assert.All(model.GetProperties(), property =>
        {
            var field = documented[property.Name]?.GetValue<string>();
            Assert.True(field is not null, $"{model.Name}.{property.Name} is not documented.");
            // The times of launch configurations are documented as texts.
            var type = field.TrimEnd('!', '?').Replace("uint64", "int64", StringComparison.Ordinal);
            Assert.Equal(TypeOf(property.PropertyType), property.PropertyType == typeof(DateTimeOffset?) && type == "string" ? "datetime_iso" : type);
        });
    }

    [Fact]
    public void All_models_are_looked_at() => Assert.Equal(29, Models.Count);

    private static string TypeOf(Type type) =>
        type == typeof(string) ? "string"
        : type == typeof(long?) ? "int64"
        : type == typeof(bool?) ? "bool"
        : type == typeof(DateTimeOffset?) ? "datetime_iso"
        : typeof(IEnumerable).IsAssignableFrom(type) ? $"[{TypeOf(type.GetGenericArguments()[0])}]"
        : NameOf(type);

    // Their own names would be those of models of CVM.
    private static string NameOf(Type model) => model == typeof(ScalingInstance) ? "Instance" : model == typeof(ScalingFilter) ? "Filter" : model.Name;
}
