using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class RemoveTccInstanceTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Fact]
    public void Instances_of_the_pipeline_are_deleted_in_their_regions()
    {
        Assert.Empty(_shell.Run(
            """
            New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Wait | Remove-TccInstance -Confirm:$false
            """).Errors);

        Assert.Equal("TERMINATING", Assert.Single(_shell.Cloud.Instances()).State);
    }

    [Fact]
    public void A_prompt_names_the_instance_and_a_refusal_keeps_it()
    {
        var id = Assert.Single(_shell.Run("(New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Wait).InstanceId").All<string>());
        _shell.Host.Choice = "&No";
        _shell.Run($"Remove-TccInstance {id}");

        Assert.Contains($"Permanently delete instance {id} ('golden-web-2024') in ap-guangzhou", Assert.Single(_shell.Host.Questions), StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("TerminateInstances"));
    }

    [Fact]
    public void WhatIf_names_what_each_request_does_to_a_prepaid_instance()
    {
        var id = Assert.Single(_shell.Run("(New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -InstanceChargeType PREPAID -PrepaidPeriod 1 -Wait).InstanceId").All<string>());

        var error = Assert.Single(_shell.Run($"Remove-TccInstance {id} -WhatIf").Errors);
        Assert.StartsWith("InstancePrepaid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        _shell.Run($"Remove-TccInstance {id} -Force -WhatIf");
        Assert.Contains("to the recycle bin. A second request deletes it permanently.", string.Join('\n', _shell.Host.Lines), StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("TerminateInstances"));
    }

    [Theory]
    [InlineData("Remove-TccInstance ins-unknown1 -Confirm:$false", "InstanceNotFound")]
    [InlineData("[pscustomobject]@{ InstanceId = ''; Region = 'ap-guangzhou' } | Remove-TccInstance -Confirm:$false", "NoInstanceId")]
    public void An_instance_that_is_not_there_is_an_error(string script, string id) =>
        Assert.StartsWith(id + ",", Assert.Single(_shell.Run(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    public void Dispose() => _shell.Dispose();
}
