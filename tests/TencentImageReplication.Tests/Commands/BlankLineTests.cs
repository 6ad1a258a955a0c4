using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>Empty lines of piped text, as Get-Content reads them from the end of a file.</summary>
public sealed class BlankLineTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData("'img-gweb2024', '' | Get-TccImage")]
    [InlineData("'img-gweb2024', '' | Wait-TccImage")]
    [InlineData("Wait-TccImage -InputObject 'img-gweb2024', ''")]
    [InlineData("'img-gdb02024', '' | Set-TccImage -Description x -PassThru")]
    [InlineData("'img-gweb2024', '' | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("'img-gweb2024', '' | Get-TccImageSharePermission")]
    [InlineData("'img-gweb2024', '' | Grant-TccImageSharePermission -AccountId 100000000002")]
    [InlineData("'img-gweb2024', '' | Remove-TccImage -Unshare -Confirm:$false; 1")]
    [InlineData("'img-gweb2024', '' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    public void They_name_nothing_and_are_no_error(string script)
    {
        var result = _shell.Run($"$ErrorActionPreference = 'Stop'; {script}");

        Assert.Empty(result.Errors);
        Assert.Single(result.Output);
    }

    [Theory]
    [InlineData("$null | Remove-TccImage -Confirm:$false")]
    [InlineData("[pscustomobject]@{ ImageId = ''; Region = 'ap-guangzhou' } | Remove-TccImage -Confirm:$false")]
    [InlineData("Copy-TccCustomImage '' ap-shanghai")]
    [InlineData("Wait-TccImage -ImageId ''")]
    public void Anything_else_without_an_ID_still_is(string script) =>
        Assert.StartsWith("NoImageId,", Assert.Single(_shell.Run(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void They_are_said_with_Verbose() => Assert.Contains(
        _shell.Run("'' | Copy-TccCustomImage -DestinationRegion ap-shanghai -Verbose").Verbose, text => text.Contains("empty line", StringComparison.Ordinal));

    public void Dispose() => _shell.Dispose();
}
