namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Marks a property of a response with a secret. It is never shown, so it is neither cleaned nor cut.</summary>
public sealed class SecretTextAttribute : ResponseTextAttribute
{
    internal override string Clean(string text) => text;
}
