namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Marks a property of a response with a message of the service for users.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MessageTextAttribute : Attribute;
