# Windows: install what is missing into .venv, then run or test.
#   powershell -ExecutionPolicy Bypass -File packaging\setup.ps1 run
#   powershell -ExecutionPolicy Bypass -File packaging\setup.ps1 test
# No system libraries are needed here: the packages bring their own, and the voices are the system's.
param(
    [Parameter(Position = 0)][ValidateSet("run", "test")][string]$Part = "run",
    [Parameter(Position = 1, ValueFromRemainingArguments = $true)][string[]]$Rest = @()
)
# Not "Stop": Windows PowerShell 5.1 turns a native program's lines on standard error into exceptions.
$ErrorActionPreference = "Continue"
$root = Split-Path -Parent $PSScriptRoot
Set-Location $root

function Test-Python([string]$Command, [string[]]$Before) {
    if (-not (Get-Command $Command -ErrorAction SilentlyContinue)) { return $false }
    & $Command @Before -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" 2>$null
    return ($LASTEXITCODE -eq 0)
}

$found = $null
$candidates = @(
    @("py", "-3.12"), @("py", "-3.13"), @("py", "-3.11"), @("py", "-3.14"), @("python"), @("python3")
)
foreach ($candidate in $candidates) {
    $before = @($candidate | Select-Object -Skip 1)
    if (Test-Python $candidate[0] $before) { $found = @{ Command = $candidate[0]; Before = $before }; break }
}
if ($null -eq $found) {
    Write-Output "Engawa needs Python 3.11 to 3.14. Install it with: winget install Python.Python.3.12"
    exit 1
}

$command, $before = $found.Command, $found.Before
& $command @before "packaging\setup.py" $Part
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

if ($Part -eq "test") {
    & ".venv\Scripts\python.exe" -m pytest @Rest
} else {
    & ".venv\Scripts\engawa.exe" @Rest
}
exit $LASTEXITCODE
