namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>
/// The CVM actions that this project calls, one file each: the action, its request and its response. Rates are the documented
/// requests per second and account.
/// </summary>
public static partial class CvmActions;
