#!/bin/sh
# Builds TermNews from this folder and installs it for one user. See --help.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${HOME:-}/.local
uninstall=no
mode=auto

usage() {
  cat <<'HELP'
Usage: ./install.sh [--prefix DIR] [--no-aot] [--uninstall] [--help]

Builds TermNews and installs it to ~/.local (bin/termnews and lib/termnews).

  --prefix DIR   install below DIR instead of ~/.local
  --no-aot       build with ReadyToRun also where NativeAOT would work
  --uninstall    remove what was installed; your stories, comments and configuration stay
  --help         this text

With a C compiler (clang or gcc) the program is compiled ahead of time (NativeAOT): it starts in a blink and needs no
.NET on the machine. Without one it is built with ReadyToRun and brings the .NET runtime along, so it goes on working when
the SDK is updated or removed. Running this again replaces the program, also while it runs.
HELP
}

say() { printf '%s\n' "$*"; }

fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

wrong_use() {
  printf 'install.sh: %s Try ./install.sh --help.\n' "$*" >&2
  exit 2
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --prefix)
        [ $# -ge 2 ] || wrong_use "--prefix needs a folder."
        prefix=$2
        shift
        ;;
      --prefix=*) prefix=${1#--prefix=} ;;
      --no-aot) mode=r2r ;;
      --uninstall) uninstall=yes ;;
      -h | --help)
        usage
        exit 0
        ;;
      *) wrong_use "'$1' is not an option." ;;
    esac
    shift
  done
  case $prefix in
    '') wrong_use "--prefix needs a folder." ;;
    /*) ;;
    *) prefix=$(pwd)/$prefix ;;
  esac
}

# Whether a program can be compiled and linked, which is what NativeAOT asks for; everything else it brings along.
can_link() {
  for compiler in clang gcc; do
    command -v "$compiler" >/dev/null 2>&1 || continue
    echo 'int main(void) { return 0; }' | "$compiler" -x c - -o "$work/probe" >/dev/null 2>&1 && return 0
  done
  return 1
}

find_sdk() {
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" /usr/lib/dotnet/dotnet /usr/share/dotnet/dotnet; do
    [ -x "$candidate" ] || continue
    # In this folder, so that global.json decides whether the SDK will do.
    (cd "$here" && "$candidate" --version) >/dev/null 2>&1 || continue
    dotnet=$candidate
    return 0
  done
  cat >&2 <<'HELP'
install.sh: TermNews is built with the .NET 10 SDK, and none was found.

  Ubuntu     sudo apt install dotnet-sdk-10.0
  Fedora     sudo dnf install dotnet-sdk-10.0
  Arch       sudo pacman -S dotnet-sdk
  Alpine     sudo apk add dotnet10-sdk
  macOS      brew install --cask dotnet-sdk
  elsewhere  https://dotnet.microsoft.com/download/dotnet/10.0

Then run ./install.sh again.
HELP
  exit 1
}

publish() {
  rm -rf "$stage"
  log=$work/publish.log
  if (cd "$here" && "$dotnet" publish src/TermNews.Cli/TermNews.Cli.csproj --configuration Release --use-current-runtime \
    --output "$stage" --disable-build-servers -nologo -v quiet "$@") >"$log" 2>&1 &&
    [ -x "$stage/termnews" ]; then
    return 0
  fi
  return 1
}

build() {
  if [ "$mode" = auto ] && can_link; then
    say "Building with NativeAOT; this takes a few minutes."
    if publish; then
      kind="NativeAOT"
      return 0
    fi
    tail -n 5 "$log" >&2
    say "NativeAOT did not work here (see above); building with ReadyToRun instead."
  elif [ "$mode" = auto ]; then
    say "Building with ReadyToRun: NativeAOT would need clang or gcc."
  else
    say "Building with ReadyToRun, as asked."
  fi
  if ! publish -p:PublishReadyToRun=true --self-contained; then
    tail -n 20 "$log" >&2
    fail "The build failed; what it said is above. Nothing was installed."
  fi
  kind="ReadyToRun, with its own .NET runtime"
}

# The new build stands complete beside the old one before the link is renamed over; the build that was in use stays until
# the next time, since a running reader may still load files from it.
switch_over() {
  previous=
  [ -L "$bin/termnews" ] && previous=$(basename -- "$(dirname -- "$(readlink "$bin/termnews")")")
  rm -f "$stage"/*.dbg "$stage"/*.pdb "$stage"/*.xml
  rm -rf "$stage"/*.dSYM
  mv "$stage" "$lib/$build"
  rm -f "$bin/.termnews.$$"
  ln -s "../lib/termnews/$build/termnews" "$bin/.termnews.$$"
  mv -f "$bin/.termnews.$$" "$bin/termnews"
  for old in "$lib"/*/ "$lib"/.partial.*/; do
    case $(basename -- "$old") in
      "$build" | "$previous") ;;
      *) rm -rf "$old" ;;
    esac
  done
}

install_it() {
  if [ -e "$bin/termnews" ] && ! is_ours; then
    fail "$bin/termnews is there already and was not installed by this script; move it away or choose another --prefix."
  fi
  prepare_environment
  find_sdk
  mkdir -p "$bin" "$lib" || fail "$prefix cannot be written to; choose another --prefix."
  : >"$lib/installed-by-install.sh"
  stage=$lib/.partial.$$
  build
  switch_over
  say "Installed $bin/termnews ($kind)."
  case ":$PATH:" in
    *":$bin:"*) say "Start it with: termnews" ;;
    *)
      say "$bin is not on your PATH. Add this line to ~/.profile and log in again:"
      say "  export PATH=\"$bin:\$PATH\""
      ;;
  esac
}

prepare_environment() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1   # The SDK, like the program, then runs without ICU.
}

is_ours() {
  [ -L "$bin/termnews" ] || return 1
  case $(readlink "$bin/termnews") in
    ../lib/termnews/*/termnews) return 0 ;;
    *) return 1 ;;
  esac
}

uninstall_it() {
  found=no
  if is_ours; then
    rm -f "$bin/termnews"
    found=yes
  elif [ -e "$bin/termnews" ]; then
    say "$bin/termnews was not installed by this script and stays."
  fi
  if [ -f "$lib/installed-by-install.sh" ]; then
    rm -rf "$lib"
    found=yes
  fi
  if [ "$found" = yes ]; then
    say "Removed TermNews from $prefix."
  else
    say "TermNews is not installed in $prefix."
  fi
  say "Your stories and comments stay in ${TERMNEWS_DB:-${XDG_DATA_HOME:-${HOME:-~}/.local/share}/termnews/termnews.db},"
  say "your configuration in ${TERMNEWS_CONFIG:-${XDG_CONFIG_HOME:-${HOME:-~}/.config}/termnews/config.toml}."
}

clean_up() {
  rm -rf "$work"
  [ -z "${stage:-}" ] || rm -rf "$stage"
}

read_arguments "$@"
bin=$prefix/bin
lib=$prefix/lib/termnews
build=$(date +%Y%m%d%H%M%S)-$$
if [ "$uninstall" = yes ]; then
  uninstall_it
  exit 0
fi
work=$(mktemp -d)
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
install_it
