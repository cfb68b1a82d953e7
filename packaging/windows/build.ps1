# Windows: the program that stands alone (dist\engawa), then its installer (dist\Engawa-<version>-setup.exe).
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Needs Python 3.11 to 3.14 and Inno Setup 6 (winget install JRSoftware.InnoSetup).
$ErrorActionPreference = "Continue"
$root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
Set-Location $root

$python = "python"
if (Get-Command py -ErrorAction SilentlyContinue) { $python = "py" }
& $python packaging\setup.py bundle
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& build\venv\Scripts\python.exe packaging\bundle.py
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

$iscc = Get-Command iscc -ErrorAction SilentlyContinue
$places = @("${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe", "$env:ProgramFiles\Inno Setup 6\ISCC.exe",
    "$env:LOCALAPPDATA\Programs\Inno Setup 6\ISCC.exe")
$compiler = if ($iscc) { $iscc.Source } else { $places | Where-Object { Test-Path $_ } | Select-Object -First 1 }
if (-not $compiler) {
    Write-Output "The program is in dist\engawa. For the installer, get Inno Setup: winget install JRSoftware.InnoSetup"
    exit 1
}
$version = & build\venv\Scripts\python.exe -c "import sys; sys.path.insert(0, 'packaging'); import parts; print(parts.version())"
& $compiler "/DVersion=$version" packaging\windows\engawa.iss
exit $LASTEXITCODE
