<#
.SYNOPSIS
    Measures whole commands beside the official Node.js client at the same work, in one run, against the simulator on a port.
.DESCRIPTION
    Each figure is the median of -Runs processes; the spread is the interquartile range. Ratios count, not milliseconds: they hold from
    machine to machine. It needs the package (./build.ps1 -Task Package), a Release build of the simulator's host, node, and the client in
    tests/NodeClient (npm ci there).
.EXAMPLE
    pwsh tests/Benchmarks/Compare-Commands.ps1
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 100)]
    [int] $Runs = 5,

    # Which measurements; all of them without it.
    [ValidateSet('Import', 'Describe', 'Hundred', 'List', 'First', 'Copy', 'Wait', 'Memory')]
    [string[]] $Only = @('Import', 'Describe', 'Hundred', 'List', 'First', 'Copy', 'Wait', 'Memory')
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
$manifest = Join-Path $root 'out/TencentImageReplication/TencentImageReplication.psd1'
$hostDll = Get-ChildItem (Join-Path $root 'src/TencentImageReplication.SimulatorHost/bin/Release/net*/TencentImageReplication.SimulatorHost.dll') | Select-Object -Last 1
if (-not (Test-Path $manifest) -or -not $hostDll) { throw 'Build first: ./build.ps1 -Task Package, and dotnet build -c Release src/TencentImageReplication.SimulatorHost' }
$nodeFolder = Join-Path $root 'tests/NodeClient'
. (Join-Path $PSScriptRoot '../Pester/Shell.ps1')
$shell, $shellArguments = Get-ShellCommand
$regions = 'ap-shanghai', 'ap-beijing', 'ap-nanjing', 'ap-chengdu', 'ap-chongqing'

function Start-Simulator([string[]] $Arguments) {
    $info = [IO.Path]::GetTempFileName()
    Remove-Item $info
    $process = Start-Process dotnet -PassThru -RedirectStandardOutput "$info.log" -ArgumentList (@($hostDll.FullName, '--urls', 'http://127.0.0.1:0', '--info-file', $info) + $Arguments)
    while (-not (Test-Path $info)) {
        if ($process.HasExited) { throw (Get-Content "$info.log" -Raw) }
        Start-Sleep -Milliseconds 50
    }
    $facts = Get-Content $info -Raw | ConvertFrom-Json
    $env:SIMULATOR_ENDPOINT = ([uri] $facts.endpoint).Authority
    $env:BENCHMARK_ENDPOINT = $facts.endpoint
    $env:TENCENTCLOUD_SECRET_ID = $facts.accounts[0].secretId
    $env:TENCENTCLOUD_SECRET_KEY = $facts.accounts[0].secretKey
    $env:TENCENTCLOUD_REGION = 'ap-guangzhou'
    $env:BENCHMARK_REGIONS = $regions -join ','
    $process
}

function Stop-Simulator($Process) {
    $Process.Kill($true)
    $Process.WaitForExit()
}

# What a module has to do before it can do anything.
$connect = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; Import-Module '$manifest'; Connect-TccAccount -Endpoint `$env:BENCHMARK_ENDPOINT; "

function Measure-Process([string] $File, [string[]] $Arguments) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $start = [Diagnostics.ProcessStartInfo]::new($File)
    foreach ($argument in $Arguments) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $start.WorkingDirectory = $nodeFolder
    $process = [Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    if ($process.ExitCode -ne 0) { throw "$File $Arguments ended with $($process.ExitCode)." }
    [pscustomobject]@{ Milliseconds = $watch.Elapsed.TotalMilliseconds; Output = $output.Trim() }
}

function Measure-Shell([string] $Script) { Measure-Process $shell (@($shellArguments) + @('-NoProfile', '-NonInteractive', '-Command', $Script) -ne $null) }
function Measure-Node([string] $Work) { Measure-Process 'node' @('benchmark.js', $Work) }

function Get-Quantile([double[]] $Values, [double] $Part) {
    $sorted = @($Values | Sort-Object)
    $sorted[[Math]::Min($sorted.Count - 1, [int] [Math]::Floor($Part * $sorted.Count))]
}

# One after the other in turns, so that whatever slows the machine slows all of them.
function Compare-Work([string] $Name, [System.Collections.Specialized.OrderedDictionary] $Candidates, [string] $Base) {
    $times = @{}
    foreach ($key in $Candidates.Keys) { $times[$key] = @() }
    foreach ($run in 0..$Runs) {
        foreach ($key in $Candidates.Keys) {
            $time = & $Candidates[$key]
            # The first round warms the machine's caches.
            if ($run -gt 0) { $times[$key] += $time }
        }
    }
    $baseMedian = Get-Quantile $times[$Base] 0.5
    foreach ($key in $Candidates.Keys) {
        $median = Get-Quantile $times[$key] 0.5
        [pscustomobject]@{
            Work   = $Name
            What   = $key
            Median = [Math]::Round($median, 1)
            Spread = [Math]::Round((Get-Quantile $times[$key] 0.75) - (Get-Quantile $times[$key] 0.25), 1)
            Ratio  = [Math]::Round($median / $baseMedian, 2)
        }
    }
}

# A module that does what is given and nothing else: its cmdlet as C#, and one view if it is to have one.
$least = Join-Path $PSScriptRoot 'obj/least'
if (Test-Path $least) { Remove-Item -Recurse -Force $least }
function New-LeastModule([string] $Name, [string] $Cmdlet, [switch] $View) {
    $folder = (New-Item -ItemType Directory (Join-Path $least $Name)).FullName
    $parts = "ModuleVersion = '1.0'; GUID = '$(New-Guid)'"
    if ($Cmdlet) {
        $references = 'System.Management.Automation', 'System.Runtime', 'System.Memory', 'System.Net.Http', 'System.Net.Primitives', 'System.Private.Uri', 'System.Text.Json'
        Add-Type -OutputAssembly (Join-Path $folder "$Name.dll") -ReferencedAssemblies $references -TypeDefinition $Cmdlet
        $parts += "; RootModule = '$Name.dll'; CmdletsToExport = 'Get-$Name'"
    }
    if ($View) {
        $parts += "; FormatsToProcess = '$Name.Format.ps1xml'"
        Set-Content (Join-Path $folder "$Name.Format.ps1xml") '<Configuration><ViewDefinitions><View><Name>Least</Name><ViewSelectedBy><TypeName>Least</TypeName></ViewSelectedBy><ListControl><ListEntries><ListEntry><ListItems><ListItem><PropertyName>Name</PropertyName></ListItem></ListItems></ListEntry></ListEntries></ListControl></View></ViewDefinitions></Configuration>'
    }
    Set-Content (Join-Path $folder "$Name.psd1") "@{ $parts }"
}

if ('Import' -in $Only) {
    # By name, as one does.
    $env:PSModulePath += [IO.Path]::PathSeparator + (Join-Path $root 'out')

    # The least that modules cost here: none of these can be had for less.
    New-LeastModule LeastManifest
    New-LeastModule LeastCmdlet '[System.Management.Automation.Cmdlet("Get", "LeastCmdlet")] public class GetLeastCmdlet : System.Management.Automation.PSCmdlet { }'
    New-LeastModule LeastView '[System.Management.Automation.Cmdlet("Get", "LeastView")] public class GetLeastView : System.Management.Automation.PSCmdlet { }' -View
    $env:PSModulePath += [IO.Path]::PathSeparator + $least

    # In the process itself: from a shell that is ready to one that has the module. The first statement costs something by itself.
    function Measure-Import([string] $Module, [string] $After = '1') {
        [double] (Measure-Shell "`$null = $After; `$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module $Module; `$watch.Elapsed.TotalMilliseconds").Output
    }
    Compare-Work 'import, each in a fresh process' ([ordered]@{
            'Microsoft.PowerShell.ThreadJob' = { Measure-Import Microsoft.PowerShell.ThreadJob }
            'this module'                    = { Measure-Import TencentImageReplication }
            'a manifest and nothing else'    = { Measure-Import LeastManifest }
            'one empty cmdlet'               = { Measure-Import LeastCmdlet }
            'one empty cmdlet, one view'     = { Measure-Import LeastView }
        }) 'Microsoft.PowerShell.ThreadJob'
    Compare-Work 'import, where another module was' ([ordered]@{
            'Microsoft.PowerShell.ThreadJob, in a fresh process' = { Measure-Import Microsoft.PowerShell.ThreadJob }
            'this module'                                        = { Measure-Import TencentImageReplication '(Import-Module Microsoft.PowerShell.ThreadJob)' }
        }) 'Microsoft.PowerShell.ThreadJob, in a fresh process'
}

if ('Describe' -in $Only -or 'Hundred' -in $Only) {
    $simulator = Start-Simulator @('--no-rate-limits')
    try {
        if ('Describe' -in $Only) {
            # The same without signature, rate, retries, objects, and a second command to connect with.
            New-LeastModule LeastCall @'
using System; using System.Management.Automation; using System.Net.Http; using System.Text.Json;
[Cmdlet("Get", "LeastCall")] public class GetLeastCall : PSCmdlet {
    protected override void EndProcessing() {
        var content = new ByteArrayContent(new byte[] { 123, 125 });
        var answer = new HttpClient().PostAsync(Environment.GetEnvironmentVariable("BENCHMARK_ENDPOINT"), content).GetAwaiter().GetResult();
        using (JsonDocument.Parse((ReadOnlyMemory<byte>)answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult())) { }
    }
}
'@ -View
            $leastCall = "Import-Module '$(Join-Path $least 'LeastCall/LeastCall.psd1')'; Get-LeastCall"
            Compare-Work 'one describe, whole process' ([ordered]@{
                    'Node client'                          = { (Measure-Node 'describe').Milliseconds }
                    'empty pwsh'                           = { (Measure-Shell '1').Milliseconds }
                    'one cmdlet, one view, one HttpClient' = { (Measure-Shell $leastCall).Milliseconds }
                    'this module'                          = { (Measure-Shell ($connect + 'Get-TccImage img-gweb2024 | Out-Null')).Milliseconds }
                }) 'Node client'
        }
        if ('Hundred' -in $Only) {
            # Paced to 40 a second like every call of the module; the client of Node.js is not.
            Compare-Work '100 describes, one process' ([ordered]@{
                    'Node client' = { (Measure-Node 'hundred').Milliseconds }
                    'this module' = { (Measure-Shell ($connect + 'foreach ($i in 1..100) { $null = Get-TccImage img-gweb2024 }')).Milliseconds }
                }) 'Node client'
            # What a call costs once all is warm, beside the barest of clients: a request that was signed before, so that the service has
            # the same to do; no limit, no retry, no object.
            $warm = @'
$count = 30
function Get-Median($Times) { ($Times | Sort-Object)[[int] ($Times.Count / 2)] }
$utf8 = [Text.Encoding]::UTF8
function Get-Hash([byte[]] $Data) { [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($Data)).ToLowerInvariant() }
function Get-Mac([byte[]] $Key, [string] $Text) { , [Security.Cryptography.HMACSHA256]::HashData($Key, $utf8.GetBytes($Text)) }
$body = $utf8.GetBytes('{"ImageIds":["img-gweb2024"]}')
$now = [DateTimeOffset]::UtcNow
$scope = $now.ToString('yyyy-MM-dd') + '/cvm/tc3_request'
$canonical = "POST`n/`n`ncontent-type:application/json`nhost:$env:SIMULATOR_ENDPOINT`n`ncontent-type;host`n$(Get-Hash $body)"
$key = Get-Mac (Get-Mac (Get-Mac $utf8.GetBytes("TC3$env:TENCENTCLOUD_SECRET_KEY") $now.ToString('yyyy-MM-dd')) 'cvm') 'tc3_request'
$signature = [Convert]::ToHexString((Get-Mac $key "TC3-HMAC-SHA256`n$($now.ToUnixTimeSeconds())`n$scope`n$(Get-Hash $utf8.GetBytes($canonical))")).ToLowerInvariant()
$client = [Net.Http.HttpClient]::new()
$headers = @{
    'X-TC-Action' = 'DescribeImages'; 'X-TC-Version' = '2017-03-12'; 'X-TC-Region' = 'ap-guangzhou'; 'X-TC-Timestamp' = "$($now.ToUnixTimeSeconds())"
    Authorization = "TC3-HMAC-SHA256 Credential=$env:TENCENTCLOUD_SECRET_ID/$scope, SignedHeaders=content-type;host, Signature=$signature"
}
foreach ($name in $headers.Keys) { $null = $client.DefaultRequestHeaders.TryAddWithoutValidation($name, $headers[$name]) }
$bare = {
    $content = [Net.Http.ByteArrayContent]::new($body)
    $content.Headers.ContentType = 'application/json'
    $answer = $client.PostAsync($env:BENCHMARK_ENDPOINT, $content).GetAwaiter().GetResult().Content.ReadAsByteArrayAsync().GetAwaiter().GetResult()
    [Text.Json.JsonDocument]::Parse([ReadOnlyMemory[byte]] $answer).Dispose()
    $script:last = $answer
}
& $bare
if ($utf8.GetString($last) -notmatch 'golden-web-2024') { throw "The bare call was refused: $($utf8.GetString($last))" }
$full = { $null = Get-TccImage img-gweb2024 }
# The runtime compiles a second time what has run thirty times, when it has a moment: until nothing is left to be done.
foreach ($round in 1..6) { foreach ($work in $bare, $full) { foreach ($i in 1..$count) { & $work } }; Start-Sleep -Milliseconds 1100 }
# In turns, so that whatever slows the machine slows both.
$times = @{ $bare = [Collections.Generic.List[double]]::new(); $full = [Collections.Generic.List[double]]::new() }
foreach ($i in 1..$count) {
    foreach ($work in $bare, $full) { $watch = [Diagnostics.Stopwatch]::StartNew(); & $work; $times[$work].Add($watch.Elapsed.TotalMilliseconds) }
}
"$(1000 * (Get-Median $times[$bare])) $(1000 * (Get-Median $times[$full]))"
'@
            $script:pairs = @()
            Compare-Work 'one warm call, in microseconds' ([ordered]@{
                    'bare HttpClient, in PowerShell' = { $script:pairs = (Measure-Shell ($connect + $warm)).Output.Split(' '); [double] $script:pairs[0] }
                    'this module'                    = { [double] $script:pairs[1] }
                }) 'bare HttpClient, in PowerShell'
        }
    }
    finally { Stop-Simulator $simulator }
}

if ('List' -in $Only -or 'First' -in $Only) {
    $simulator = Start-Simulator @('--more-images', '10000', '--latency', '00:00:00.050')
    try {
        if ('List' -in $Only) {
            Compare-Work 'list 10,000 images, 50 ms away' ([ordered]@{
                    'Node client' = { (Measure-Node 'list').Milliseconds }
                    'this module' = { (Measure-Shell ($connect + '$null = Get-TccImage')).Milliseconds }
                }) 'Node client'
        }
        if ('First' -in $Only) {
            Compare-Work 'the first of 10,000 images' ([ordered]@{
                    'one describe' = { (Measure-Shell ($connect + '$null = Get-TccImage img-gweb2024')).Milliseconds }
                    'first of all' = { (Measure-Shell ($connect + '$null = Get-TccImage | Select-Object -First 1')).Milliseconds }
                }) 'one describe'
        }
    }
    finally { Stop-Simulator $simulator }
}

# A simulator for each run: what has been copied would be reused.
function Measure-Fresh([string] $Duration, [scriptblock] $Before, [scriptblock] $Work, [int] $Images = 100) {
    $simulator = Start-Simulator @('--more-images', "$Images", '--copy-duration', $Duration)
    try {
        if ($Before) { $null = & $Before }
        & $Work
    }
    finally { Stop-Simulator $simulator }
}

if ('Copy' -in $Only -or 'Wait' -in $Only) {
    $copy = $connect + "`$null = Get-TccImage -ImageName 'bulk-*' | Copy-TccCustomImage -DestinationRegion $($regions -join ', ')"
    if ('Copy' -in $Only) {
        Compare-Work 'copy 100 images to 5 regions' ([ordered]@{
                'Node client' = { Measure-Fresh '00:10:00' $null { (Measure-Node 'copy').Milliseconds } }
                'this module' = { Measure-Fresh '00:10:00' $null { (Measure-Shell $copy).Milliseconds } }
            }) 'Node client'
    }
    if ('Wait' -in $Only) {
        $wait = $connect + "`$rows = foreach (`$region in '$($regions -join "', '")') { Get-TccImage -Region `$region }; `$null = `$rows | Wait-TccImage -PollIntervalSec 1"
        Compare-Work 'wait for 500 copies of 20 s' ([ordered]@{
                'Node client' = { Measure-Fresh '00:00:20' { Measure-Node 'copy' } { (Measure-Node 'wait').Milliseconds } }
                'this module' = { Measure-Fresh '00:00:20' { Measure-Node 'copy' } { (Measure-Shell $wait).Milliseconds } }
            }) 'Node client'
    }
}

if ('Memory' -in $Only) {
    # 10,000 rows that are ready, and none: what is left when both are done.
    $simulator = Start-Simulator @('--no-rate-limits', '--more-images', '10000')
    try {
        $rows = 'Get-TccImage -ImageName bulk-* | Wait-TccImage | ForEach-Object { $n++ }; '
        $peak = '[Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB'
        Compare-Work 'peak memory in MiB, 10,000 rows through Wait-' ([ordered]@{
                'none'        = { [double] (Measure-Shell ($connect + 'Get-TccImage img-gweb2024 | Wait-TccImage | Out-Null; ' + $peak)).Output }
                '10,000 rows' = { [double] (Measure-Shell ($connect + $rows + $peak)).Output }
            }) 'none'
    }
    finally { Stop-Simulator $simulator }

    # 500 images to 20 regions, waited for: a simulator for each run, since what has been copied would be reused.
    $twenty = "(Get-TccRegion -DestinationFor ap-guangzhou | Select-Object -First 20)"
    $rows = "Get-TccImage -ImageName bulk-* | Copy-TccCustomImage -DestinationRegion $twenty | Wait-TccImage -PollIntervalSec 5 | ForEach-Object { if (`$_.Status -eq 'Completed') { `$n++ } }; if (`$n -ne 10000) { throw `$n }; "
    Compare-Work 'peak memory in MiB, 10,000 rows through Copy- and Wait-' ([ordered]@{
            'none'        = { Measure-Fresh '00:00:05' $null { [double] (Measure-Shell ($connect + 'Get-TccImage img-gweb2024 | Wait-TccImage | Out-Null; ' + $peak)).Output } -Images 500 }
            '10,000 rows' = { Measure-Fresh '00:00:05' $null { [double] (Measure-Shell ($connect + $rows + $peak)).Output } -Images 500 }
        }) 'none'
}
