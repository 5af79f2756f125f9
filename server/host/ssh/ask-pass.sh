#!/bin/sh
# Answers ssh's question for a password or a passphrase, if it is the one that the answer is for.
case "$1" in
  *"$PASSDECK_ASKED"*) printf '%s\n' "$PASSDECK_ANSWER" ;;
  *) exit 1 ;;
esac
