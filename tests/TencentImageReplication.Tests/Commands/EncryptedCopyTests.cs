using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>Copy-TccCustomImage -Encrypt: encrypted copies in the region of the source, with the same name.</summary>
public sealed class EncryptedCopyTests : IDisposable
{
    private const string Database = SimulatedWorld.DatabaseImageId;
    private readonly CloudShell _shell = new();

    private IEnumerable<SimulatedImage> Encrypted => _shell.Cloud.Images().Where(image => image.Encrypted);

    private int Requests => _shell.Cloud.Calls.Count(call => call.Action == "SyncImages");

    [Theory]
    [InlineData("Copy-TccCustomImage img-gdb02024 -Encrypt")]
    [InlineData("Copy-TccCustomImage img-gdb02024 ap-guangzhou -Encrypt")]
    [InlineData("Get-TccImage img-gdb02024 | Copy-TccCustomImage -Encrypt")]
    [InlineData("Get-TccImage img-gdb02024 | ConvertTo-CsvRow | Copy-TccCustomImage -Encrypt")]
    public void The_copy_is_created_in_the_region_of_the_image(string script)
    {
        var row = Assert.Single(_shell.Run($"{script} | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal(
            (Database, SimulatedWorld.Region, SimulatedWorld.Region, "golden-db-2024", ImageCopyStatus.Completed, false),
            (row.SourceImageId, row.SourceRegion, row.Region, row.ImageName, row.Status, row.Reused));
        var copy = Assert.Single(Encrypted);
        Assert.Equal((row.ImageId, Database), (copy.ImageId, copy.CopiedFrom));
    }

    [Fact]
    public void A_key_and_a_name_are_sent()
    {
        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt -KmsKeyId b29c2f37-9f2d-11ef-8836-5254009ad364 -DestinationImageName golden-db-2024-encrypted").All<TccImageCopy>());

        Assert.Equal("golden-db-2024-encrypted", _shell.Cloud.FindImage(row.ImageId!)!.ImageName);
        Assert.StartsWith(
            "InvalidParameter.InvalidKmsKeyId,",
            Assert.Single(_shell.Run("Copy-TccCustomImage img-win02022 -Encrypt -KmsKeyId nonsense").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_reuses_the_encrypted_copy_and_never_the_source()
    {
        var first = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt | Wait-TccImage").All<TccImageCopy>());

        var again = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt").All<TccImageCopy>());

        Assert.Equal((first.ImageId, true, ImageCopyStatus.Completed), (again.ImageId, again.Reused, again.Status));
        Assert.Single(Encrypted);
    }

    [Fact]
    public void An_unencrypted_look_alike_is_not_reused()
    {
        var source = _shell.Cloud.FindImage(Database)!;
        _shell.Cloud.AddImage(source with { ImageId = "" });

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt -NoSourceTag | Wait-TccImage").All<TccImageCopy>());

        Assert.False(row.Reused);
        Assert.Equal(row.ImageId, Assert.Single(Encrypted).ImageId);

        // Now there is an encrypted image that could be a copy of either.
        var error = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt").Errors);
        Assert.StartsWith("AmbiguousCopy,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(Encrypted);
    }

    [Fact]
    public void A_marked_copy_is_recognized_beside_an_unencrypted_look_alike()
    {
        _shell.Cloud.AddImage(_shell.Cloud.FindImage(Database)! with { ImageId = "" });
        _shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt | Wait-TccImage");

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt").All<TccImageCopy>());

        Assert.Equal((Assert.Single(Encrypted).ImageId, true), (row.ImageId, row.Reused));
    }

    [Fact]
    public void A_copy_and_its_encrypted_copy_are_both_recognized_the_second_night()
    {
        const string Night = """
            Copy-TccCustomImage img-gdb02024 ap-shanghai | Wait-TccImage -OutVariable plain
            $plain | Copy-TccCustomImage -DestinationRegion ap-shanghai -Encrypt | Wait-TccImage
            """;
        var first = _shell.Run(Night).All<TccImageCopy>();

        var second = _shell.Run(Night);

        Assert.Empty(second.Errors);
        Assert.Equal(first.Select(row => row.ImageId), second.Of<TccImageCopy>().Select(row => row.ImageId));
        Assert.All(second.Of<TccImageCopy>(), row => Assert.True(row.Reused));
        Assert.Single(Encrypted);
    }

    [Fact]
    public void A_marked_copy_in_progress_is_recognized()
    {
        _shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt");

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal((Assert.Single(Encrypted).ImageId, true, ImageCopyStatus.Completed), (row.ImageId, row.Reused, row.Status));
    }

    [Fact]
    public void A_copy_in_progress_is_not_created_twice()
    {
        _shell.Run("$rows = Copy-TccCustomImage img-gdb02024 -Encrypt -NoSourceTag");

        var blind = _shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt");
        Assert.Contains("Wait-TccImage", Assert.Single(blind.Errors).Advice(), StringComparison.Ordinal);

        var known = Assert.Single(_shell.Run("$rows | Copy-TccCustomImage -Encrypt | Wait-TccImage").All<TccImageCopy>());
        Assert.Equal((true, ImageCopyStatus.Completed), (known.Reused, known.Status));
        Assert.Single(Encrypted);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing, 1)]
    [InlineData(FaultKind.StalledAnswer, 1)]
    [InlineData(FaultKind.ResetBeforeActing, 2)]
    public void A_lost_response_creates_no_second_copy(FaultKind fault, int requests)
    {
        _shell.Cloud.Faults.Add(new FaultRule(fault) { Action = "SyncImages" });

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt").All<TccImageCopy>());

        Assert.Equal(row.ImageId, Assert.Single(Encrypted).ImageId);
        Assert.Equal(requests, Requests);
    }

    [Fact]
    public void An_invisible_copy_of_an_interrupted_run_is_reused()
    {
        _shell.Cloud.Options.Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(3) };
        _shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt -NoSourceTag");
        _shell.Time.Advance(TimeSpan.FromMinutes(2));

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt").All<TccImageCopy>());

        Assert.Equal((Assert.Single(Encrypted).ImageId, true, ImageCopyStatus.Completed), (row.ImageId, row.Reused, row.Status));
    }

    [Fact]
    public void Another_region_is_refused_in_its_row_with_advice()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gdb02024 ap-shanghai, ap-guangzhou -Encrypt");

        Assert.Equal([ImageCopyStatus.Failed, ImageCopyStatus.Requested], result.Of<TccImageCopy>().Select(row => row.Status));
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("EncryptedCopyStaysInRegion,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("without -Encrypt", error.Advice(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_in_another_region_is_encrypted_there()
    {
        var row = Assert.Single(_shell.Run(
            "Copy-TccCustomImage img-gdb02024 ap-shanghai | Wait-TccImage | Copy-TccCustomImage -Encrypt | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal(("ap-shanghai", "ap-shanghai", ImageCopyStatus.Completed), (row.SourceRegion, row.Region, row.Status));
        Assert.Equal("ap-shanghai", Assert.Single(Encrypted).Region);
    }

    [Fact]
    public void A_failed_row_is_retried()
    {
        _shell.Cloud.Options.ImageQuotas["ap-guangzhou"] = 4;
        _shell.Run("$failed = Copy-TccCustomImage img-gdb02024 -Encrypt -ErrorAction SilentlyContinue");
        _shell.Cloud.Options.ImageQuotas.Clear();

        var row = Assert.Single(_shell.Run("$failed | ConvertTo-CsvRow | Copy-TccCustomImage -Encrypt | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal((Database, ImageCopyStatus.Completed), (row.SourceImageId, row.Status));
    }

    [Fact]
    public void A_shared_image_is_not_encrypted_and_the_advice_says_how()
    {
        using var shell = new CloudShell(SimulatedWorld.Partner);

        var error = Assert.Single(shell.Run("Copy-TccCustomImage img-gweb2024 -Encrypt").Errors);

        Assert.StartsWith("SharedImageNeedsCopyShared,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-DestinationRegion", error.Advice(), StringComparison.Ordinal);
        var row = Assert.Single(shell.Run(
            "Copy-TccSharedImage img-gweb2024 | Wait-TccImage | Copy-TccCustomImage -Encrypt -DestinationRegion ap-guangzhou | Wait-TccImage").All<TccImageCopy>());
        Assert.True(shell.Cloud.FindImage(row.ImageId!)!.Encrypted);
    }

    [Fact]
    public void A_key_without_encrypt_is_refused()
    {
        var error = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 ap-shanghai -KmsKeyId b29c2f37-9f2d-11ef-8836-5254009ad364").Errors);

        Assert.StartsWith("KmsKeyNeedsEncrypt,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("", _shell.CopiedTo());
    }

    [Fact]
    public void WhatIf_names_the_encrypted_copy_and_a_dry_run_creates_none()
    {
        _shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt -WhatIf");
        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gdb02024 -Encrypt -DryRun").All<TccImageCopy>());

        Assert.Contains("Create an encrypted copy of img-gdb02024 ('golden-db-2024', 300 GiB) in ap-guangzhou.", Assert.Single(_shell.Host.Lines), StringComparison.Ordinal);
        Assert.Equal(ImageCopyStatus.DryRunPassed, row.Status);
        Assert.Empty(Encrypted);
    }

    public void Dispose() => _shell.Dispose();
}
