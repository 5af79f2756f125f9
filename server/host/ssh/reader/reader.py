# Answers read requests until its input ends; the protocol stands in protocol.ts. No single quotes in here: the launcher
# puts this text between two.
import os, stat, sys

largest = 16 << 20

# A pipe or a device is not even opened: that may wait, or do something.
def content(path):
    if not stat.S_ISREG(os.stat(path).st_mode): raise OSError(22, "")
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        parts, size = [], 0
        while True:
            part = os.read(file, 65536)
            if not part: return b"".join(parts)
            parts.append(part)
            size += len(part)
            if size > largest: raise OSError(27, "")
    finally: os.close(file)

def names(path):
    return b"/".join(os.listdir(path))

def presence(path):
    os.stat(path)
    return b""

def numbers(path):
    found = os.stat(path)
    if not stat.S_ISCHR(found.st_mode) and not stat.S_ISBLK(found.st_mode): raise OSError(22, "")
    kind = "block" if stat.S_ISBLK(found.st_mode) else "char"
    return b"%s/%d:%d" % (kind.encode(), os.major(found.st_rdev), os.minor(found.st_rdev))

def opened(path):
    os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW))
    return b""

answers = {b"t": content, b"b": content, b"l": os.readlink, b"f": names, b"p": presence, b"n": numbers, b"o": opened}
out = sys.stdout.buffer

def say(answer):
    out.write(answer)
    out.flush()

say(b"passdeck-reader-1 python3\n")
for request in sys.stdin.buffer:
    if request == b".\n":
        say(b".\n")
        continue
    try:
        value = answers[request[:1]](request[2:-1])
        say(b"= %d\n%s\n" % (len(value), value))
    except OSError as error: say(b"! %d\n" % error.errno)
