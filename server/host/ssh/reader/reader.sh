# Answers read requests until its input ends; the protocol stands in protocol.ts. For hosts that have nothing but a POSIX
# shell: what starts no program takes a tenth of the time, so little does. No single quotes in here.
LC_ALL=C
export LC_ALL
exec 2>/dev/null
newline="
"

say() { printf "%s %s\n%s\n" "$1" "${#2}" "$2"; }
fail() { echo "! $1"; }

# The number of an error that a program or this shell told in words; EIO where the words say nothing.
number_of() {
  case $1 in
  *[Pp]"ermission denied") number=13 ;;
  *[Oo]"peration not permitted") number=1 ;;
  *[Nn]"o such file" | *[Nn]"o such file or directory" | *"irectory nonexistent") number=2 ;;
  *[Nn]"o such device or address") number=6 ;;
  *[Nn]"o such device") number=19 ;;
  *"esource busy") number=16 ;;
  *"s a directory") number=21 ;;
  *[Ii]"nvalid argument") number=22 ;;
  *"levels of symbolic links") number=40 ;;
  *) number=5 ;;
  esac
}

# Why something is not to be had. In a folder that may be searched it is not there; else the kernel is asked.
absent() {
  folder=${1%/*}
  while [ ! -e "$folder/" ] && [ ! -L "$folder" ]; do folder=${folder%/*}; done
  if [ ! -L "$1" ] && [ ! -e "$1" ] && [ -d "$folder/" ] && [ -x "$folder/" ]; then fail 2; return; fi
  number_of "$({ : <"$1"; } 2>&1)"
  fail "$number"
}

# Why a file opens and can not be read.
unreadable() { number_of "$(cat "$1" 2>&1 >/dev/null)"; }

# A pipe or a device is not even opened: that may wait, or do something. The shell reads byte by byte and without zero
# bytes, so it does that with the attributes of sysfs alone, and where text is asked for.
content() {
  if [ ! -f "$1" ]; then
    if [ -e "$1" ]; then fail 22; else absent "$1"; fi
    return
  fi
  case $2:$1 in
  *:/sys/firmware/* | *//* | */../*) hexadecimal "$1" ;;
  t:/sys/*) attribute "$1" ;;
  *) hexadecimal "$1" ;;
  esac
}

attribute() {
  text= line=
  while IFS= read -r line; do text=$text$line$newline; done <"$1" || { absent "$1"; return; }
  text=$text$line
  if [ -z "$text" ] && ! cat "$1" >/dev/null; then
    unreadable "$1"
    fail "$number"
  else say = "$text"; fi
}

# Straight to who asks: to keep millions of digits in a variable takes a shell seconds.
hexadecimal() {
  if [ ! -r "$1" ]; then absent "$1"; return; fi
  echo x
  number=0
  od -An -v -tx1 -N 16777217 <"$1" || unreadable "$1"
  echo ".$number"
}

link() {
  if [ -L "$1" ]; then
    if text=$(readlink "$1"); then say = "$text"; else fail 13; fi
  elif [ -e "$1" ]; then fail 22; else absent "$1"; fi
}

# Those that were put off, by one program where readlink takes more than one; else by one each.
links() {
  asked=$links count=$put_off links= put_off=0
  set -f
  IFS=$newline
  if targets=$(readlink $asked) && set -- $targets && [ $# = $count ]; then
    for target; do say = "$target"; done
  else
    for target in $asked; do link "$target"; done
  fi
  unset IFS
  set +f
}

names() {
  if [ ! -d "$1/" ]; then
    if [ -e "$1" ]; then fail 20; else absent "$1"; fi
  elif [ ! -r "$1/" ]; then fail 13; else
    text=
    for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
      case $entry in
      "$1/*" | "$1/.[!.]*" | "$1/..?*") [ -e "$entry" ] || [ -L "$entry" ] || continue ;;
      esac
      text=$text/${entry##*/}
    done
    say = "${text#/}"
  fi
}

numbers() {
  if [ -b "$1" ]; then kind=block; elif [ -c "$1" ]; then kind=char; elif [ -e "$1" ]; then fail 22; return; else absent "$1"; return; fi
  text=$(stat -L -c %t:%T "$1")
  say = "$kind/$((0x${text%:*})):$((0x${text#*:}))"
}

# To open for writing as well would make the file if it went away just now, so the rights to write are only looked at.
opened() {
  if [ -L "$1" ]; then fail 40; elif [ -d "$1" ]; then fail 21; elif [ ! -e "$1" ]; then absent "$1"
  elif [ ! -r "$1" ] || [ ! -w "$1" ]; then fail 13; elif text=$({ : <"$1"; } 2>&1); then say = ""
  else
    number_of "$text"
    fail "$number"
  fi
}

echo "passdeck-reader-1 sh"
links= put_off=0
while IFS= read -r request; do
  path=${request#* }
  case $request in
  l" "*)
    if [ -L "$path" ] && [ $put_off -lt 200 ]; then
      links=$links$path$newline put_off=$((put_off + 1))
      continue
    fi
    ;;
  esac
  [ -z "$links" ] || links
  case $request in
  .) echo . ;;
  [tb]" "*) content "$path" "${request%% *}" ;;
  l" "*) link "$path" ;;
  f" "*) names "$path" ;;
  p" "*) if [ -e "$path" ]; then say = ""; else fail 2; fi ;;
  n" "*) numbers "$path" ;;
  o" "*) opened "$path" ;;
  esac
done
