#!/bin/sh
# The main job on the example articles: read them into a ledger, ask who backs whom on three days, write a report.
# usage: demo.sh MUSNAD_COMMAND OUTPUT_FOLDER
set -eu
musnad=$1
out=$2
here=$(dirname "$0")
export MUSNAD_LEDGER="$out/demo.ledger" MUSNAD_LANG="${MUSNAD_LANG:-en}"

"$musnad" read "$here/articles" --published 2021-05-18 --publisher "بريد الساحل"
for day in 2021-03-10 2021-06-01 2021-09-15; do
  printf '\nWho backs al-Sahli (السهلي), as of %s?\n' "$day"
  "$musnad" who backs السهلي --as-of "$day" --why
done
printf '\nHow do Rafid (رافد) and al-Sahli stand?\n'
"$musnad" tie رافد السهلي --as-of 2021-10-02
"$musnad" report السهلي --as-of 2021-10-02 -o "$out/report.html"
printf '\nThe report is %s\n' "$out/report.html"
