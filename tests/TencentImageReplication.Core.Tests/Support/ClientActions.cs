using System.Reflection;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>All actions of the client.</summary>
internal static class ClientActions
{
    public static IReadOnlyList<object> All { get; } =
    [
        .. typeof(CvmActions).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => IsAction(property.PropertyType))
            .Select(property => property.GetValue(null)!),
    ];

    /// <summary>Returns the service and the name, such as <c>cvm SyncImages</c>.</summary>
    public static string NameOf(object action) => $"{Get(action, "Service")} {Get(action, "Name")}";

    /// <summary>Returns the value of a property.</summary>
    public static object Get(object action, string property) => action.GetType().GetProperty(property)!.GetValue(action)!;

    private static bool IsAction(Type? type) =>
        type is not null && ((type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ApiAction<,>)) || IsAction(type.BaseType));
}
