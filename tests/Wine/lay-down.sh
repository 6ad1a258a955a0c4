#!/usr/bin/env bash
# Prepares Wine for the tests of the packaged module in the Windows build of PowerShell: the shell "wine" of TCC_TEST_SHELLS.
# Needs the .NET SDK and Wine (README.md). What is prepared lies in bin/ beside this file.
set -euo pipefail
cd "$(dirname "$0")"
for wine in /usr/lib/wine/wine64 /usr/bin/wine64 /usr/bin/wine ''; do [ -x "$wine" ] && break; done
[ -n "$wine" ] || { echo 'There is no Wine. On Debian: apt-get install --no-install-recommends wine64 wine' >&2; exit 1; }
for server in /usr/lib/wine/wineserver64 /usr/lib/wine/wineserver /usr/bin/wineserver ''; do [ -x "$server" ] && break; done

dotnet build --verbosity quiet

# A user who is new each time, since a test that was cut off leaves files in the folder of the user.
export WINEARCH=win64 WINEDEBUG=-all
for prefix in "$PWD"/bin/prefix*; do
    [ -d "$prefix" ] && { WINEPREFIX=$prefix "$server" -k || true; rm -rf "$prefix"; }
done
export WINEPREFIX="$PWD/bin/prefix0"
mkdir -p "$WINEPREFIX"
# Without Wine's own .NET, which asks for a download. Only here: later this would keep assemblies from being loaded.
WINEDLLOVERRIDES='mscoree,mshtml=d' "$wine" wineboot -i >/dev/null 2>&1
"$wine" winecfg -v win10 >/dev/null 2>&1
"$server" -w
# Three files of tests run at the same time, each in a Windows of its own (WineShell.cs).
for lane in 1 2; do cp -a bin/prefix0 "bin/prefix$lane"; done
