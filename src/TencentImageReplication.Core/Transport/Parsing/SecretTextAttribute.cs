namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Marks a property of a response with a secret. It is never shown, so it is neither cleaned nor cut.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTextAttribute : Attribute;
