namespace TencentImageReplication.Simulator.Model;

/// <summary>The response to a wrong or expired token (inferred: both codes are documented).</summary>
public enum TokenError
{
    /// <summary><c>AuthFailure.TokenFailure</c>.</summary>
    TokenFailure,

    /// <summary><c>UnauthorizedOperation.InvalidToken</c>.</summary>
    InvalidToken,
}
