namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Base of the attributes that mark a text of a response which is not an ID, a code or a state.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ResponseTextAttribute : Attribute
{
    /// <summary>Cleans a text of the service.</summary>
    internal abstract string Clean(string text);
}
