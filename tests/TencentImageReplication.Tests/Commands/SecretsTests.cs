using System.Collections;
using System.Management.Automation;
using System.Net;
using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>No stream, object or error shows a secret in any form.</summary>
public sealed class SecretsTests
{
    private const string WrongKey = "wrongSecretKeyThatNobodyMaySee01";

    [Theory]
    [InlineData("Get-TccContext")]
    [InlineData("Get-TccImage -Verbose -Debug")]
    [InlineData("Get-TccImage -ImageName golden* -Verbose -Debug")]
    public void Of_a_connection_that_works(string script) => AssertHidden(SimulatedWorld.Owner.SecretKey, null, script, fails: false);

    [Theory]
    [InlineData("Get-TccImage -Verbose -Debug")]
    public void Of_a_connection_that_is_refused(string script) => AssertHidden(WrongKey, WrongKey, script, fails: true);

    [Theory]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Password $password -Verbose -Debug; $error", false)]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Password $password -WhatIf -Verbose", false)]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Password $password -DryRun -Verbose -Debug", false)]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Password $password -SystemDiskSizeGB 20 -Verbose -Debug; $error", true)]
    public void Of_an_instance(string script, bool fails)
    {
        const string Password = "Secret-Password-2024";
        using var shell = new Shell(Clouds.Connect(Clouds.Create()));
        shell.Set("password", new NetworkCredential("", Password).SecurePassword);

        var result = shell.Run("$VerbosePreference = $DebugPreference = 'Continue'; " + script);

        Assert.Equal(fails, result.Errors.Count > 0);
        Assert.DoesNotContain(Password, Dump(result) + string.Join('\n', shell.Host.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_command_that_is_given_them()
    {
        using var shell = new Shell();
        shell.Set("key", new NetworkCredential("", WrongKey).SecurePassword);

        var result = shell.Run("Connect-TccAccount -SecretId AKIDabcdefghijklmnop -SecretKey $key -PassThru -Verbose -Debug; $error");

        Assert.DoesNotContain(WrongKey, Dump(result), StringComparison.Ordinal);
    }

    private static void AssertHidden(string secret, string? key, string script, bool fails)
    {
        using var shell = new Shell(Clouds.Connect(Clouds.Create(), secretKey: key));

        var result = shell.Run("$VerbosePreference = $DebugPreference = 'Continue'; " + script);

        Assert.Equal(fails, result.Errors.Count > 0);
        Assert.DoesNotContain(secret, Dump(result), StringComparison.Ordinal);
    }

    private static string Dump(ShellResult result)
    {
        var text = new StringWriter();
        foreach (var line in result.Verbose.Concat(result.Debug).Concat(result.Warnings))
            text.WriteLine(line);
        foreach (var item in result.Output.Concat(result.Errors.Select(error => PSObject.AsPSObject(error))))
            Dump(item, text, depth: 5);
        return text.ToString();
    }

    // Like Format-List * and Format-Custom, with more depth.
    private static void Dump(PSObject item, StringWriter text, int depth)
    {
        text.WriteLine(item.ToString());
        if (depth == 0 || item.BaseObject is string || item.BaseObject.GetType().IsPrimitive || item.BaseObject is Type or IntPtr)
            return;
        if (item.BaseObject is IEnumerable elements)
        {
            foreach (var element in elements)
                Dump(PSObject.AsPSObject(element ?? ""), text, depth - 1);
        }

        foreach (var property in item.Properties)
        {
            if (ValueOf(property) is { } value)
                Dump(PSObject.AsPSObject(value), text, depth - 1);
        }
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
