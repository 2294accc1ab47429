#!/bin/sh
# package.sh BINARY [FOLDER]: a folder and a .tar.gz for a closed network, with all that the binary needs beside the C
# library: shared libraries, licences, samples, schema, fonts, man page, completions and an install note.
set -eu
binary=$1
version=$("$binary" --version | awk '{print $2}')
name=heijun-$version-$(uname -m)
out=${2:-.build/package}
rm -rf "$out/$name" "$out/$name.tar.gz"
mkdir -p "$out/$name/bin" "$out/$name/lib" "$out/$name/share/heijun" "$out/$name/share/licenses" \
    "$out/$name/share/fonts" "$out/$name/share/man/man1" "$out/$name/share/completions"

cp "$binary" "$out/$name/bin/heijun"
strip "$out/$name/bin/heijun"
patchelf --set-rpath '$ORIGIN/../lib' "$out/$name/bin/heijun"

# Every library but those of the C library itself, which belong to the machine.
ldd "$binary" | awk '$3 ~ /^\// {print $3}' | grep -vE '/(libc|libm|libdl|libpthread|librt|libresolv)\.so' |
    while read -r library; do
        cp -L "$library" "$out/$name/lib/"
        patchelf --set-rpath '$ORIGIN' "$out/$name/lib/$(basename "$library")"
        owner=$(dpkg -S "$(readlink -f "$library")" 2>/dev/null | head -n 1 | cut -d: -f1)
        [ -n "$owner" ] && cp -L "/usr/share/doc/$owner/copyright" "$out/$name/share/licenses/$owner" || true
    done

cp LICENSE "$out/$name/share/licenses/heijun"
cp -R Inventory "$out/$name/share/heijun/Inventory"
cp README.md README.ja.md CHANGELOG.md "$out/$name/share/heijun/"
cp -R docs "$out/$name/share/heijun/docs"
font=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
[ -f "$font" ] && cp "$font" "$out/$name/share/fonts/" && cp /usr/share/doc/fonts-noto-cjk/copyright \
    "$out/$name/share/licenses/fonts-noto-cjk"
for shell in bash zsh fish; do
    "$binary" --generate-completion-script $shell >"$out/$name/share/completions/heijun.$shell"
done
"$binary" help-page >"$out/$name/share/man/man1/heijun.1"
cp Packaging/INSTALL.txt "$out/$name/INSTALL.txt"

tar -C "$out" --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -czf "$out/$name.tar.gz" "$name"
echo "$out/$name.tar.gz"
