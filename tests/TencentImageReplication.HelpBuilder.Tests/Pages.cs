namespace TencentImageReplication.HelpBuilder.Tests;

/// <summary>Small pages for tests.</summary>
internal static class Pages
{
    internal const string Command = """
        ---
        external help file: Some.dll-Help.xml
        Module Name: Some
        online version:
        schema: 2.0.0
        ---

        # Get-Some

        ## SYNOPSIS
        Gets *some* of `them`.

        ## SYNTAX

        ### ByName (Default)
        ```
        Get-Some [-Name] <String[]> [-Context <TccContext>] [<CommonParameters>]
        ```

        ### All
        ```
        Get-Some [-All] [-Context <TccContext>]
         [<CommonParameters>]
        ```

        ## DESCRIPTION
        First line
        of two. See [the page](https://example.com/page) or [Set-Some](Set-Some.md).

        - one
        - two

        ## EXAMPLES

        ### Example 1: Some
        ```powershell
        Get-Some a-b |
            Out-Null  # <- "x" & 'y'
        ```

        Gets it.

        ## PARAMETERS

        ### -Name
        The names.

        ```yaml
        Type: String[]
        Parameter Sets: ByName
        Aliases: n, nm

        Required: True
        Position: 0
        Default value: None
        Accept pipeline input: True (ByPropertyName)
        Accept wildcard characters: True
        ```

        ### -All
        Gets all.

        ```yaml
        Type: SwitchParameter
        Parameter Sets: All
        Aliases:

        Required: False
        Position: Named
        Default value: False
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ### -Context
        The connection.

        ```yaml
        Type: TccContext
        Parameter Sets: (All)
        Aliases:
        Accepted values: One, Two

        Required: False
        Position: Named
        Default value: None
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ### CommonParameters
        This cmdlet supports them.

        ## INPUTS

        ### None

        ## OUTPUTS

        ### Some.Thing
        Things.

        ## NOTES
        Cost: none.

        ## RELATED LINKS

        [Set-Some](Set-Some.md)

        [The page](https://example.com/page)
        """;

    internal const string Topic = """
        ---
        schema: 2.0.0
        ---

        # about_Some

        ## SHORT DESCRIPTION
        Some.

        ## LONG DESCRIPTION
        One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.

        ### Part

        1. One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.
        2. Two

        ```powershell
        Get-Some

        if ($true) { 1 }
        ```
        """;
}
