#!/bin/sh
# The main job on the example articles: read them into a ledger, ask who backs whom on two days, write a report.
# usage: demo.sh MUSNAD_COMMAND OUTPUT_FOLDER
set -eu
musnad=$1
out=$2
here=$(dirname "$0")
export MUSNAD_LEDGER="$out/demo.ledger" MUSNAD_LANG="${MUSNAD_LANG:-en}"
export COLUMNS="${COLUMNS:-100}" # The answers go through files, which have no width of their own.
asked=0

# ask LINES ARGUMENTS…: the first lines of an answer; where there is more, the whole of it is kept in a file.
ask() {
  lines=$1
  shift
  asked=$((asked + 1))
  answer="$out/answer-$asked.txt"
  printf '\n$ musnad %s\n' "$*"
  "$musnad" "$@" >"$answer"
  head -n "$lines" "$answer"
  more=$(($(wc -l <"$answer") - lines))
  if [ "$more" -gt 0 ]; then printf '… %d more lines in %s\n' "$more" "$answer"; fi
}

printf 'Sindar and its war are invented; the two last articles retell history (see %s/README.md).\n' "$here"
"$musnad" read "$here/articles" --published 1951-06-12 --publisher "بريد الساحل" >"$out/read.txt"
printf 'What was read, claim by claim, is in %s\n' "$out/read.txt"
ask 16 documents
ask 12 who backs السهلي --as-of 1951-07-01 --why
ask 12 who backs السهلي --as-of 1952-02-03 --why
ask 44 tie فرنسا السهلي --as-of 1952-02-03
ask 3 report السهلي --as-of 1952-02-03 -o "$out/report.html"
printf '\nOpen the report in a browser: %s\n' "$out/report.html"
