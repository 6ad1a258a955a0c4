namespace TencentImageReplication.Simulator.Model;

/// <summary>The confirmation by MFA that some actions require: those that stop or delete instances, and those of the automation service.</summary>
public enum MfaConfirmation
{
    /// <summary>It is not required, or it is valid.</summary>
    Valid,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is too old.</summary>
    Expired,
}
