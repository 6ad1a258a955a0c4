namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>
/// The CVM actions that this project calls, one file each: the action, its request and its response. Rates are the documented
/// requests per second and account.
/// </summary>
/// <remarks>Each is created when it is used, so that the first call of a process loads the types of one action and not of all.</remarks>
public static partial class CvmActions;
