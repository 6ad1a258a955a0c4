#pragma warning disable CA1812, CA1823, CA1852, CS0169, IDE0044, IDE0051 // Nobody calls a sample: it is read.
// A folder for each way in which one folder can use another, and one that is used.
namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Used
{
    internal interface IUsed;

    internal class Used
    {
        public static Used Shared { get; } = new();
    }

    internal sealed class UsedException : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class UsedAttribute : Attribute;
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.BaseType
{
    internal sealed class Sample : Used.Used;
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.ImplementedInterface
{
    internal sealed class Sample : Used.IUsed;
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.AttributeOnly
{
    [Used.Used]
    internal sealed class Sample;
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.AttributeArgument
{
    internal sealed class Sample
    {
        [System.ComponentModel.TypeConverter(typeof(Used.Used))]
        public int Value { get; set; }
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Constraint
{
    internal sealed class Sample<T>
        where T : Used.IUsed;
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Field
{
    internal sealed class Sample
    {
        private List<Dictionary<string, Used.Used[]>>? _field;
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Signature
{
    internal abstract class Sample
    {
        public abstract void Take(ref Used.Used used);
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Body
{
    internal static class Sample
    {
        public static object Run() => Used.Used.Shared;
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.GenericCall
{
    internal static class Sample
    {
        public static int Run() => Enumerable.Empty<object>().OfType<Used.IUsed>().Count();
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Caught
{
    internal static class Sample
    {
        public static void Run(Action action)
        {
            try
            {
                action();
            }
            catch (Used.UsedException)
            {
            }
        }
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Closure
{
    internal static class Sample
    {
        public static Func<object> Run(int number) => () => number > 0 ? new Used.Used() : "";
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.AsyncMethod
{
    internal static class Sample
    {
        public static async Task<object> RunAsync()
        {
            await Task.Yield();
            return new Used.Used();
        }
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Iterator
{
    internal static class Sample
    {
        public static IEnumerable<object> Run()
        {
            yield return typeof(Used.Used);
        }
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.NestedType
{
    internal static class Sample
    {
        private sealed class Inner
        {
            public Used.Used? Value { get; set; }
        }
    }
}

namespace TencentImageReplication.TestKit.Tests.Architecture.Sample.Nothing
{
    internal static class Sample
    {
        public static string Run() => "Used";
    }
}
