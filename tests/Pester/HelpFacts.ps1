# Dot-sourced by the tests of help: the same facts as text, once from the commands and once from their help.

$Docs = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'docs'))
$Cultures = (Get-ChildItem $Docs -Directory -Filter *-*).Name | Sort-Object

# What stands in help in each culture. Written as numbers, since Windows PowerShell takes a script without a mark for ANSI.
$HelpMarks = @{
    'en-US' = @{
        IsChinese   = $false
        Cost        = 'Cost: '
        Permissions = 'Permissions \(CAM\): '
        Example     = 'Example {0}: '
        Full        = 'SYNOPSIS.*SYNTAX.*DESCRIPTION.*NOTES.*Example 3.*RELATED LINKS\s+\w'
    }
    'zh-CN' = @{
        IsChinese   = $true
        Cost        = '\u8d39\u7528\uff1a'
        Permissions = '\u6743\u9650\uff08CAM\uff09\uff1a'
        Example     = '\u793a\u4f8b {0}\uff1a'
        Full        = '\u8d39\u7528\uff1a.*\u793a\u4f8b 3\uff1a'
    }
}

$Common = [Management.Automation.Cmdlet]::CommonParameters

# What is hidden from people has no help.
function Test-Shown($Parameter) {
    $Parameter.Name -notin $Common -and -not ($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow })
}

# The parameters of a command, as often as there are sets that have them.
function Get-ShownParameter($Command) {
    $Command.ParameterSets.Parameters | Where-Object { Test-Shown $_ }
}

function Get-ParameterFact($Command, $Parameter) {
    $input = @(
        if ($Parameter.ValueFromPipelineByPropertyName) { 'ByPropertyName' }
        if ($Parameter.ValueFromPipeline) { 'ByValue' }
    )
    Format-ParameterFact ([ordered]@{
        Name     = $Parameter.Name
        Type     = Get-TypeName $Parameter
        Required = $Parameter.IsMandatory
        Position = Get-PositionName $Parameter
        Default  = Get-DefaultValue $Command $Parameter
        Pipeline = if ($input) { "True ($($input -join ', '))" } else { 'False' }
        Aliases  = if ($Parameter.Aliases) { $Parameter.Aliases -join ', ' } else { 'none' }
        Wildcard = [bool]($Parameter.Attributes | Where-Object { $_ -is [SupportsWildcards] })
    })
}

function ConvertFrom-ParameterHelp($Help) {
    Format-ParameterFact ([ordered]@{
        Name     = $Help.name
        Type     = $Help.type.name
        Required = $Help.required
        Position = $Help.position
        Default  = $Help.defaultValue
        Pipeline = $Help.pipelineInput
        Aliases  = $Help.aliases
        Wildcard = $Help.globbing
    })
}

# Name=Value; ...: what differs shows in the message of a test that fails.
function Format-ParameterFact($Fact) {
    ($Fact.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join '; '
}

# One line for each set: -Name <Type>{values}, in brackets what may be left out.
function Get-SyntaxFact($Set) {
    $shown = @($Set.Parameters | Where-Object { Test-Shown $_ })
    $positional = $shown | Where-Object Position -ge 0 | Sort-Object Position
    $required = $shown | Where-Object { $_.Position -lt 0 -and $_.IsMandatory }
    $others = $shown | Where-Object { $_.Position -lt 0 -and -not $_.IsMandatory }
    (@($positional) + @($required) + @($others) | Where-Object { $_ } | ForEach-Object {
        Format-SyntaxFact $_.Name (Get-TypeName $_) $_.IsMandatory (Get-PositionName $_) (Get-AcceptedValue $_)
    }) -join ' '
}

function ConvertFrom-SyntaxHelp($Item) {
    ($Item.parameter | Where-Object { $_ } | ForEach-Object {
        Format-SyntaxFact $_.name $_.type.name ($_.required -eq 'true') $_.position $_.parameterValueGroup.parameterValue
    }) -join ' '
}

function Format-SyntaxFact($Name, $Type, $Required, $Position, $Values) {
    $text = "-$Name`:$Position <$Type>"
    if ($Values) { $text += "{$($Values -join '|')}" }
    if ($Required) { $text } else { "[$text]" }
}

function Get-PositionName($Parameter) {
    if ($Parameter.Position -lt 0) { 'named' } else { "$($Parameter.Position)" }
}

function Get-TypeName($Parameter) {
    $inner = [Nullable]::GetUnderlyingType($Parameter.ParameterType)
    if ($inner) { $inner.Name } else { $Parameter.ParameterType.Name }
}

function Get-AcceptedValue($Parameter) {
    $type = $Parameter.ParameterType
    if ($type.IsArray) { $type = $type.GetElementType() }
    if ($type.IsEnum) { [Enum]::GetNames($type) }
    foreach ($attribute in $Parameter.Attributes) {
        if ($attribute -is [ValidateSet]) { $attribute.ValidValues }
    }
}

# What the property has before anything is bound to it. Those of PowerShell itself are not properties of the command.
function Get-DefaultValue($Command, $Parameter) {
    $property = $Command.ImplementingType.GetProperty($Parameter.Name)
    if (-not $property) { return 'None' }

    $instance = [Activator]::CreateInstance($Command.ImplementingType)
    $value = $property.GetValue($instance)
    if ($value -is [switch]) { return "$([bool]$value)" }
    if ($value -is [securestring] -or $value -is [pscredential] -or "$value" -eq '') { return 'None' }
    return $value -join ', '
}
