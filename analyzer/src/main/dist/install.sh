#!/bin/sh
# Installs gfpaudit from where it was unpacked, or removes it again.
#
#   ./install.sh            to /usr/local
#   PREFIX=~/.local ./install.sh
#   DESTDIR=/tmp/root PREFIX=/usr ./install.sh   below another root, as packages are built
#   ./install.sh --remove   with the same PREFIX and DESTDIR
#
# The program lies in PREFIX/lib/gfpaudit; manual pages and completions lie where man and the shells
# look for them.
set -eu

case ${1:-} in
  '' | --remove) ;;
  *)
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0"
    [ "$1" = --help ] || [ "$1" = -h ] || exit 2
    exit 0
    ;;
esac
here=$(cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${PREFIX:-/usr/local}
case $prefix in
  /*) ;;
  *)
    echo "install.sh: PREFIX is an absolute directory, not '$prefix'" >&2
    exit 2
    ;;
esac
root=${DESTDIR:-}$prefix
home=$root/lib/gfpaudit

# Everything outside of lib/gfpaudit, relative to the prefix.
shared() {
  (cd "$here/share" && find man bash-completion zsh fish -type f | sort | sed 's,^,share/,')
}

if [ "${1:-}" = --remove ]; then
  rm -rf "$home"
  rm -f "$root/bin/gfpaudit" "$root/bin/gfpaudit-check"
  shared | while IFS= read -r file; do
    rm -f "$root/$file"
  done
  exit 0
fi

mkdir -p "$home/bin" "$home/lib" "$home/share" "$root/bin"
for program in gfpaudit gfpaudit-check; do
  install -m 755 "$here/bin/$program" "$home/bin/$program"
  ln -sf "../lib/gfpaudit/bin/$program" "$root/bin/$program"
done
for file in gfpaudit.jar jvm.options; do
  install -m 644 "$here/lib/$file" "$home/lib/$file"
done
cp -R "$here/share/gfpaudit" "$home/share"
shared | while IFS= read -r file; do
  mkdir -p "$root/$(dirname "$file")"
  install -m 644 "$here/$file" "$root/$file"
done

# Start-up takes half the time with the classes archived, which is for one Java and one place.
if [ -z "${DESTDIR:-}" ]; then
  "$home/share/gfpaudit/archive-classes" || echo "install.sh: gfpaudit will start without its archive of classes" >&2
fi
echo "gfpaudit is in $prefix/bin"
