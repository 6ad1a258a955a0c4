using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Text;

namespace TencentImageReplication.Commands;

/// <summary>Deletes custom images (DeleteImages).</summary>
[Cmdlet(VerbsCommon.Remove, "TccImage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveTccImageCommand : OwnImagesCommand
{
    private readonly List<ImageRef> _images = [];

    /// <summary>Deletes the images' snapshots too. Without it they stay, and go on being billed.</summary>
    [Parameter]
    public SwitchParameter IncludeSnapshot { get; set; }

    /// <summary>First takes the images back from the accounts that they are shared with.</summary>
    [Parameter]
    public SwitchParameter Unshare { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_images.Count > 0)
        {
            var remover = EngineFactory.CreateRemover(Scope, Client, Options(), TimeProvider);
            Run(token => remover.RunAsync([.. _images.Distinct()], Fail, token));
        }

        base.EndProcessing();
    }

    private protected override void Gather(ImageRef image) => _images.Add(image);

    private ImageRemovalOptions Options() => new()
    {
        IncludeSnapshots = IncludeSnapshot,
        Unshare = Unshare,
        ConfirmAsync = plan => ConfirmAsync(Messages.RemoveImage(plan)),
    };
}
