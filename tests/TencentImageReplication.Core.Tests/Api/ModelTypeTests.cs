using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Tests.Api;

/// <summary>The models of all actions have only values that the reader of responses and the writer of requests know.</summary>
public sealed class ModelTypeTests
{
    private static readonly Type[] Written = [typeof(string), typeof(int), typeof(long), typeof(double), typeof(bool)];

    public static TheoryData<Type> Requests => Models("Request");

    public static TheoryData<Type> Responses => Models("Response");

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_value_of_a_request_can_be_written(Type model)
    {
        foreach (var property in model.GetProperties())
        {
            var type = property.PropertyType;
            if (type.IsGenericType)
                type = type.GetGenericArguments()[0];
            if (!Written.Contains(type))
            {
                Assert.True(type.IsClass && type.Namespace!.StartsWith("TencentImageReplication.", StringComparison.Ordinal), $"{model.Name}.{property.Name}");
                Every_value_of_a_request_can_be_written(type);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void Every_value_of_a_response_can_be_read(Type model) => Check(ResponseShape.Of(model));

    private static void Check(ResponseShape shape)
    {
        if (shape.Items is { } items)
            Check(items);
        if (shape.Kind != ResponseShapeKind.Object)
            return;
        Assert.NotNull(Activator.CreateInstance(shape.Type));
        Assert.All(shape.Properties.Values, property => Check(property.Shape));
    }

    private static TheoryData<Type> Models(string ending) => new(typeof(ResponseShape).Assembly.GetTypes().Where(type =>
        type.IsClass && !type.IsAbstract && type.Name.EndsWith(ending, StringComparison.Ordinal)
        && type.Namespace?.StartsWith("TencentImageReplication.Core.Api", StringComparison.Ordinal) == true));
}
