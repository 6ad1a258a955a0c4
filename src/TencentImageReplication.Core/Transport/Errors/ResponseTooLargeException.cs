namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>An answer has more bytes than are allowed.</summary>
internal sealed class ResponseTooLargeException : IOException;
