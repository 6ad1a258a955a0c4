namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The service refuses a request.</summary>
internal sealed class ServiceException : Exception
{
    /// <param name="code">The documented error code.</param>
    /// <param name="subject">What it is about, such as a parameter's name or a value: the same in every language.</param>
    public ServiceException(string code, string? subject = null)
        : base(code)
    {
        Code = code;
        Subject = subject;
    }

    public string Code { get; }

    public string? Subject { get; }
}
