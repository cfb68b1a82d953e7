; Inno Setup 6: the Windows installer around dist\engawa (made by packaging\windows\build.ps1). Per user, no administrator.
; iscc /DVersion=0.1.0 packaging\windows\engawa.iss
#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6D0F5C5B-6C1B-4C7E-9E4A-9A2D7B6E51C3}
AppName=Engawa
AppVersion={#Version}
AppVerName=Engawa {#Version}
AppPublisher=The Engawa authors
DefaultDirName={localappdata}\Programs\Engawa
DefaultGroupName=Engawa
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
Compression=lzma2
SolidCompression=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=Engawa-{#Version}-setup
SetupIconFile=..\..\build\made\icons\engawa.ico
UninstallDisplayIcon={app}\engawa-window.exe
UninstallDisplayName=Engawa
ShowLanguageDialog=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[CustomMessages]
en.DesktopIcon=Put a picture of the house on the desktop
ja.DesktopIcon=デスクトップに家の絵を置く
en.PackName=Engawa practice pack
ja.PackName=縁側の練習パック
en.StartNow=Open Engawa now
ja.StartNow=今すぐ Engawa を開く
en.AskRecords=Your records, settings, packs and speech models are still on this computer.%n%nRemove them too? "No" keeps them for another time.
ja.AskRecords=記録、設定、パック、音声モデルは、まだこのパソコンにあります。%n%nこれも取りのぞきますか。「いいえ」を選ぶと、次のときのために残ります。

[Tasks]
Name: "desktop"; Description: "{cm:DesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\engawa\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; The parts of an older version that the new one no longer has. Records are elsewhere.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Engawa"; Filename: "{app}\engawa-window.exe"; AppUserModelID: "net.engawa.Engawa"
Name: "{autodesktop}\Engawa"; Filename: "{app}\engawa-window.exe"; AppUserModelID: "net.engawa.Engawa"; Tasks: desktop

[Registry]
Root: HKCU; Subkey: "Software\Classes\.practicepack"; ValueType: string; ValueData: "Engawa.PracticePack"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.practicepack"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.engawa.practicepack+zip"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Engawa.PracticePack"; ValueType: string; ValueData: "{cm:PackName}"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Engawa.PracticePack\DefaultIcon"; ValueType: string; ValueData: "{app}\engawa-window.exe,0"
Root: HKCU; Subkey: "Software\Classes\Engawa.PracticePack\shell\open\command"; ValueType: string; ValueData: """{app}\engawa-window.exe"" ""%1"""

[Run]
Filename: "{app}\engawa-window.exe"; Description: "{cm:StartNow}"; Flags: nowait postinstall skipifsilent

[Code]
{ Records live in %LOCALAPPDATA%\engawa (platformdirs). They go only when somebody says so; a silent removal keeps them. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Records: String;
begin
  if CurUninstallStep = usPostUninstall then
  begin
    Records := ExpandConstant('{localappdata}\engawa');
    if DirExists(Records) and not UninstallSilent then
      if MsgBox(CustomMessage('AskRecords'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
        DelTree(Records, True, True, True);
  end;
end;
