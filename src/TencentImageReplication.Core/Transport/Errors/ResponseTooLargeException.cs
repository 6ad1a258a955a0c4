namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>A response has more bytes than the limit.</summary>
internal sealed class ResponseTooLargeException : IOException;
