using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Plans.Connecting;

/// <summary>The connection of an account of a plan.</summary>
/// <param name="Name">The name of the account in the plan; <see cref="ReplicationPlan.OwnAccount"/> for that of the command.</param>
/// <param name="Connection">The connection.</param>
/// <param name="Client">The CVM service of the account.</param>
/// <param name="Tagger">Sets tags on images of the account.</param>
/// <param name="AccountId">The ID of the account.</param>
public sealed record PlanConnection(string Name, TencentCloudConnection Connection, CvmClient Client, ImageTagger Tagger, string AccountId);
