using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Api.Cvm;

/// <summary>The models have every field that Tencent's metadata documents, with a type that fits, and no other.</summary>
public sealed class ModelSchemaTests
{
    private static readonly JsonNode Schema = CaptureFiles.Load("cvm-2017-03-12.schema.json");

    private static readonly Type[] ModelTypes =
    [
        .. typeof(CvmClient).Assembly.GetTypes().Where(type => !IsBase(type)).Where(
            type => type.Namespace == "TencentImageReplication.Core.Api.Cvm.Models"
                || (type.Namespace == "TencentImageReplication.Core.Api.Cvm.Actions"
                    && (type.Name.EndsWith("Request", StringComparison.Ordinal)
                        || type.Name.EndsWith("Response", StringComparison.Ordinal)))),
    ];

    private static bool IsBase(Type type) => type == typeof(CvmResponse);

    public static TheoryData<string> Models => [.. ModelTypes.Where(t => t.IsPublic).Select(t => t.Name)];

    public static TheoryData<string> Actions =>
        [.. typeof(CvmActions).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_has_the_documented_fields_and_no_other(string name)
    {
        var type = ModelTypes.Single(t => t.Name == name);
        var documented = Schema["objects"]![name]!.AsObject()
            .ToDictionary(field => field.Key, field => field.Value!.GetValue<string>());
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

        Assert.Equal(documented.Keys.Order(), properties.Select(p => p.Name).Order());
        foreach (var property in properties)
            AssertFits(property, documented[property.Name]);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_has_the_documented_request_and_response(string name)
    {
        var descriptor = typeof(CvmActions).GetProperty(name)!.PropertyType;

        Assert.Equal(typeof(CvmAction<,>), descriptor.GetGenericTypeDefinition());
        Assert.Equal(Schema["actions"]![name]!.Text("request"), descriptor.GetGenericArguments()[0].Name);
        Assert.Equal(Schema["actions"]![name]!.Text("response"), descriptor.GetGenericArguments()[1].Name);
    }

    [Fact]
    public void Every_model_is_in_use()
    {
        var used = new HashSet<Type>();
        foreach (var action in typeof(CvmActions).GetProperties(BindingFlags.Public | BindingFlags.Static))
        {
            foreach (var root in action.PropertyType.GetGenericArguments())
                Visit(root);
        }

        Assert.Empty(ModelTypes.Where(t => t.IsPublic).Except(used));

        void Visit(Type type)
        {
            if (!ModelTypes.Contains(type) || !used.Add(type))
                return;

            foreach (var property in type.GetProperties())
                Visit(ElementOf(property.PropertyType) ?? property.PropertyType);
        }
    }

    private static void AssertFits(PropertyInfo property, string documented)
    {
        var required = documented.EndsWith('!');
        var isList = documented.StartsWith('[');
        var name = documented.TrimEnd('!', '?').Trim('[', ']');
        var type = property.PropertyType;
        var nullable = new NullabilityInfoContext().Create(property);
        var where = $"{property.DeclaringType!.Name}.{property.Name} is {type}, documented as {documented}";

        Assert.True(isList == ElementOf(type) is not null, where);
        var element = ElementOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        Assert.True(element == Fitting(name) || element.Name == name, where);

        // An answer may leave anything out or answer null: a number cannot say so unless it can be null.
        if (type.IsValueType && Nullable.GetUnderlyingType(type) is null)
            Assert.True(required && IsRequiredMember(property), where);

        // A field that has to be sent is either demanded by the compiler or shared with answers.
        if (IsRequiredMember(property))
            Assert.True(required && nullable.WriteState == NullabilityState.NotNull, where);
    }

    private static bool IsRequiredMember(PropertyInfo property) =>
        property.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute");

    private static Type? ElementOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    private static Type? Fitting(string documented) => documented switch
    {
        "string" => typeof(string),
        "int64" or "uint64" => typeof(long),
        "bool" => typeof(bool),
        "float" => typeof(double),
        "datetime_iso" => typeof(DateTimeOffset),
        _ => null,
    };
}
