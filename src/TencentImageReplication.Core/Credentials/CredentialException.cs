namespace TencentImageReplication.Core.Credentials;

/// <summary>There is no credential to be had. The message says what to do, and holds no secret.</summary>
public sealed class CredentialException(string message, Exception? innerException = null)
    : Exception(message, innerException);
