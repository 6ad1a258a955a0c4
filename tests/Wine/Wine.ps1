# Dot-sourced after Support.ps1 where Windows is Wine: see Wine.md.

function ConvertTo-LinuxPath([string] $Path) {
    switch -Wildcard ($Path) {
        'Z:\*' { $Path.Substring(2).Replace('\', '/') }
        'C:\*' { "$env:WINEPREFIX/drive_c" + $Path.Substring(2).Replace('\', '/') }
        default { $Path }
    }
}

# Its process is a program of Linux, which Wine starts and then knows nothing of: it leaves its number in a file.
function Start-DotNet([string[]] $Arguments, [string] $OutputFile) {
    $numberFile = "$OutputFile.pid"
    $command = ($Arguments | ForEach-Object { "'$(ConvertTo-LinuxPath $_)'" }) -join ' '
    Start-Process 'Z:\bin\sh' -ArgumentList '-c', "`"exec env -u DOTNET_ROOT '$env:TCC_TEST_WINE' $command >'$(ConvertTo-LinuxPath $OutputFile)' 2>&1 & echo `$! >'$(ConvertTo-LinuxPath $numberFile)'`""
    [pscustomobject]@{ NumberFile = $numberFile; HasExited = $false }
}

function Stop-DotNet($Process) {
    Start-Process 'Z:\bin\kill' -ArgumentList (Get-Content $Process.NumberFile)
}
