namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Marks the property that receives the number of unreadable items in the lists of an object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnreadableItemsAttribute : Attribute;
