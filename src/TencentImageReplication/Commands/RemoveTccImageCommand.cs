using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Text;

namespace TencentImageReplication.Commands;

/// <summary>Deletes custom images (DeleteImages).</summary>
[Cmdlet(VerbsCommon.Remove, "TccImage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveTccImageCommand : OwnImagesCommand
{
    private readonly ByConnection<List<ImageRef>> _images = new(_ => []);

    /// <summary>Also deletes the snapshots of the images. Without it, they are kept and billed.</summary>
    [Parameter]
    public SwitchParameter IncludeSnapshot { get; set; }

    /// <summary>Stops sharing the images first.</summary>
    [Parameter]
    public SwitchParameter Unshare { get; set; }

    /// <summary>Deletes the images even if something uses them.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The ID of the account of a row of a replication plan that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? AccountId { get; set; }

    private protected override string? OwnerId => AccountId;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var connection in _images.Connections)
        {
            var remover = EngineFactory.CreateRemover(Scope, connection.Client, Options(connection), connection.TimeProvider);
            Run(token => remover.RunAsync([.. _images[connection].Distinct()], Fail, token));
        }

        base.EndProcessing();
    }

    private protected override void Collect(CommandConnection connection, ImageRef image) => _images[connection].Add(image);

    private ImageRemovalOptions Options(CommandConnection connection) => new()
    {
        IncludeSnapshots = IncludeSnapshot,
        Unshare = Unshare,
        Usage = Force ? null : new ImageUsageReader(connection.Client, connection.AutoScaling),
        ConfirmAsync = plan => ConfirmAsync(Messages.RemoveImage(plan)),
    };
}
