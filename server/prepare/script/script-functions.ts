/**
 * What every script of a plan begins with, for any POSIX shell with coreutils or busybox. It reads `$root` (a folder in the place
 * of `/`, for whoever wants to try it on a copy) and `$kept` (where copies of the files go).
 */
export const scriptFunctions = String.raw`
say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The SHA-256 of a file through its links; "none" where there is none, "other" of what is no plain file with one name.
sum() {
  if [ -f "$1" ] && [ "$(stat -L -c %h "$1")" = 1 ]; then sha256sum <"$1" | cut -c 1-64
  elif [ -e "$1" ] || [ -L "$1" ]; then echo other
  else echo none; fi
}

# expect FILE FROM TO: it has to be what the plan saw, or what the plan makes of it.
expect() {
  case $(sum "$root$1") in
    "$2" | "$3") ;;
    *) die "$1 is not as it was when this was made: nothing has been changed. Make the plan again." ;;
  esac
}

# Where a file is written: links stay.
place() { if [ -e "$1" ]; then readlink -f "$1"; else printf '%s\n' "$1"; fi; }

# copy FROM TO: whole or not at all, with owner, mode and what else the file system has.
copy() {
  mkdir -p "$(dirname "$2")"
  cp --preserve=all "$1" "$2.passdeck-new" 2>/dev/null || cp -p "$1" "$2.passdeck-new"
  mv -f "$2.passdeck-new" "$2"
}

# keep FILE: a copy of it as it is, once.
keep() {
  if [ -f "$root$1" ] && [ ! -e "$kept/files$1" ]; then copy "$(place "$root$1")" "$kept/files$1"; fi
}

# The folders above a file, and a note of those that were made.
folders() {
  folder=$(dirname "$1")
  while [ ! -d "$folder" ]; do
    printf '%s\n' "$folder" >>"$kept/folders"
    folder=$(dirname "$folder")
  done
  mkdir -p "$(dirname "$1")"
}

# put FILE FROM TO MODE <BASE64: at once or not at all. A file that is there keeps its owner and mode.
put() {
  file=$(place "$root$1")
  now=$(sum "$file")
  if [ "$now" = "$3" ]; then cat >/dev/null; return 0; fi
  [ "$now" = "$2" ] || die "$1 was changed by somebody else meanwhile, and was left as it is."
  folders "$file"
  new=$(dirname "$file")/.$(basename "$file").passdeck-new
  rm -f "$new"
  if [ "$now" = none ]; then
    (umask 077 && : >"$new")
    chmod "$4" "$new"
  else
    cp --preserve=all "$file" "$new" 2>/dev/null || cp -p "$file" "$new"
  fi
  base64 -d >"$new"
  if [ "$(sum "$new")" != "$3" ]; then rm -f "$new"; die "$1 could not be written."; fi
  sync
  mv -f "$new" "$file"
  say "Wrote $1"
}

# gone FILE: of one that the plan made.
gone() { rm -f "$root$1"; }

# Takes the folders away that were made, where nothing is in them.
no_folders() {
  [ -f "$kept/folders" ] || return 0
  sort -r -u "$kept/folders" | while IFS= read -r folder; do rmdir "$folder" 2>/dev/null || :; done
}

# run WORD…: one program. On a copy of a host it is only told.
run() {
  say "+ $*"
  if [ -z "$root" ]; then "$@"; fi
}

# aside FILE…: copies of what a program is about to edit by itself; noted: what it made of them.
aside() {
  for file in "$@"; do
    if [ -f "$file" ] && [ ! -e "$kept/aside$file" ]; then copy "$file" "$kept/aside$file"; fi
  done
}
noted() {
  for file in "$@"; do if [ -f "$file" ]; then printf '%s  %s\n' "$(sum "$file")" "$file"; fi; done >>"$kept/aside.sums"
}

# unchanged FILE…: they have to be what that program made of them.
unchanged() {
  [ -f "$kept/aside.sums" ] || return 0
  for file in "$@"; do
    [ -f "$file" ] || continue
    grep -Fqx "$(sum "$file")  $file" "$kept/aside.sums" ||
      die "$file was changed since: putting it back would lose that. Nothing has been changed."
  done
}

# back FILE…: as they were before that program.
back() {
  for file in "$@"; do
    if [ -e "$kept/aside$file" ]; then copy "$kept/aside$file" "$file"
    elif [ -f "$file" ]; then rm -f "$file"; fi
  done
}
`.trim();

/** What every script ends with: its words, and what is done when something fails half-way. */
export const scriptEnd = `
take_back() {
  ending
  undo_files
  no_folders
  again
  rm -rf "$kept"
}

failed() {
  status=$?
  trap - EXIT
  [ "$stage" = changing ] || exit "$status"
  say "It was not done: everything is put back."
  set +e
  take_back
  exit "$status"
}

stage=looking
trap failed EXIT
trap 'exit 130' HUP INT TERM

for tool in base64 cut readlink sha256sum sort stat; do
  command -v "$tool" >/dev/null || die "This needs $tool, which is not installed."
done
[ -n "$root" ] || [ "$(id -u)" = 0 ] || die "This has to be run as root: sudo sh $0 $act"

case $act in
  check)
    expected
    say "Everything is as the plan saw it. Nothing has been changed."
    ;;
  apply)
    expected
    mkdir -p "$kept"
    chmod 700 "$kept"
    keep_files
    stage=changing
    write_files
    programs
    stage=done
    say "It is done, and counts from the next start on. To take it back: sh $0 undo"
    ;;
  undo)
    expected
    unchanged_sides
    take_back
    stage=done
    say "It is as before."
    ;;
  *) die "Say what to do: sh $0 check, apply or undo." ;;
esac
`.trim();
