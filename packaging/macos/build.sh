#!/bin/sh
# macOS: Engawa.app (PyInstaller), then dist/Engawa-<version>.dmg. Needs Python 3.11 to 3.14; everything else is the system's.
#   sh packaging/macos/build.sh
# ENGAWA_SIGN_AS names a certificate of the keychain; without one the app is signed for this use only (ad hoc), and macOS
# asks before it is opened the first time.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$root"
python3 packaging/setup.py bundle
python=build/venv/bin/python
"$python" packaging/bundle.py
version=$("$python" -c 'import sys; sys.path.insert(0, "packaging"); import parts; print(parts.version())')
app=dist/Engawa.app

# Why it asks for the microphone, and the program's name, in both languages.
"$python" packaging/macos/strings.py "$app/Contents/Resources"
codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "${ENGAWA_SIGN_AS:--}" "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/engawa" doctor

stage=build/dmg
rm -rf "$stage" && mkdir -p "$stage"
cp -R "$app" "$stage/"
cp LICENSE "$stage/LICENSE.txt"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Engawa $version" -srcfolder "$stage" -fs HFS+ -format UDZO -ov "dist/Engawa-$version.dmg"
rm -rf "$stage"
printf 'dist/Engawa-%s.dmg\n' "$version"
