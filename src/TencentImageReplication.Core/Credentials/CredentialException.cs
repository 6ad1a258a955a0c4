namespace TencentImageReplication.Core.Credentials;

/// <summary>No usable credentials. The message says what to do and contains no secret.</summary>
public sealed class CredentialException(string message, Exception? innerException = null)
    : Exception(message, innerException);
