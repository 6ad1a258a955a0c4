namespace TencentImageReplication.Core.Transport;

/// <summary>An answer has more bytes than are allowed.</summary>
internal sealed class AnswerTooLargeException : IOException;
