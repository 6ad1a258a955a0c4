namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>
/// The actions in use, one file each: the action, its request and its response. Rates are requests per second and
/// account, as documented.
/// </summary>
public static partial class CvmActions;
