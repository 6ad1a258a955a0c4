namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The error that the service returns when it refuses a request.</summary>
#pragma warning disable CA1032 // Without a code there is no response.
public sealed class ServiceException : Exception
#pragma warning restore CA1032
{
    /// <param name="code">The documented error code.</param>
    /// <param name="subject">The parameter or the value that the error is about: the same in every language.</param>
    public ServiceException(string code, string? subject = null)
        : base(code)
    {
        Code = code;
        Subject = subject;
    }

    /// <summary>The code whose text the message has, where it is more precise than that of <see cref="Code"/>; null for that one.</summary>
    internal string? TextCode { get; init; }

    /// <summary>The documented error code.</summary>
    public string Code { get; }

    /// <summary>The parameter or the value that the error is about; null for none.</summary>
    public string? Subject { get; }
}
