namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Marks a property of a response with a message of the service for users.</summary>
public sealed class MessageTextAttribute : ResponseTextAttribute
{
    internal override string Clean(string text) => ServiceText.Message(text);
}
