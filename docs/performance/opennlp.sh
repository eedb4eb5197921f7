#!/usr/bin/env bash
# Times our pipeline (tokens, tags, parse, names, values, coreference) beside Apache OpenNLP's TokenNameFinder (names alone) on the same
# text, in one run. OpenNLP's model is trained here, with its own trainer, on the same open files.
# Needs: the Debian package opennlp, a Release build of tests/NewsExtract.Benchmarks, ../shared/data.
# Use: docs/performance/opennlp.sh [DATA] [TEXTS] [WORK]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
data=${1:-$root/../shared/data}
texts=${2:-$root/../shared/dev/texts/quotes/polnear_dev}
work=${3:-$(mktemp -d)}
rounds=${ROUNDS:-3}
export JAVA_CMD_OPTS="${JAVA_CMD_OPTS:-} -Xmx3g"

# BIO columns to OpenNLP's <START:type> words <END>; types as in the project's label set.
convert() {
  awk -F'\t' '
    function flush() { if (open) { line = line " <END>"; open = 0 } }
    function out() { flush(); if (line != "") print substr(line, 2); line = "" }
    NF < 2 { out(); next }
    {
      tag = $2; type = tolower(substr(tag, 3))
      if (type == "geo" || type == "loc") type = "location"
      else if (type == "org") type = "organization"
      else if (type == "per" || type == "person") type = "person"
      else { type = ""; tag = "O" }
      if (substr(tag, 1, 1) != "I") flush()
      if (substr(tag, 1, 1) == "B" || (substr(tag, 1, 1) == "I" && !open)) { line = line " <START:" type ">"; open = 1 }
      line = line " " $1
    }
    END { out() }' "$@"
}

if [ ! -f "$work/names.bin" ]; then
  convert "$data/entities/gmb.bio" "$data/entities/uner_ewt.train.bio" "$data/entities/wikigold.bio" > "$work/train.txt"
  printf 'Algorithm=MAXENT\nIterations=%s\nCutoff=5\nThreads=1\n' "${ITERATIONS:-30}" > "$work/params.txt"
  opennlp TokenNameFinderTrainer -lang eng -encoding UTF-8 -params "$work/params.txt" -data "$work/train.txt" -model "$work/names.bin" >&2
fi

# A paragraph a line, cut into tokens before the clock starts; several copies, so that the virtual machine warms up.
cat "$texts"/*.txt | grep -v '^\s*$' > "$work/paragraphs.txt"
opennlp SimpleTokenizer < "$work/paragraphs.txt" > "$work/tokens.txt" 2>/dev/null
for _ in 1 2 3 4 5; do cat "$work/tokens.txt"; done > "$work/tokens5.txt"
# Words are runs without white space for both, whatever each tool makes of them.
words=$(($(wc -w < "$work/paragraphs.txt") * 5))

# Wall time as each tool reports it for the text alone; processor time of the whole process with start and loading, which a busy machine does not distort.
TIMEFORMAT='%U %S'
for round in $(seq "$rounds"); do
  { time opennlp TokenNameFinder "$work/names.bin" < "$work/tokens5.txt" > /dev/null 2> "$work/theirs.log"; } 2> "$work/theirs.time"
  { time dotnet "$root/tests/NewsExtract.Benchmarks/bin/Release/net10.0/NewsExtract.Benchmarks.dll" throughput "$texts" 4 core > "$work/ours.log" 2> "$work/ours.stages"; } 2> "$work/ours.time"
  seconds=$(sed -n 's/^Runtime: \([0-9.]*\)s.*/\1/p' "$work/theirs.log")
  awk -v r="$round" -v w="$words" -v s="$seconds" -v b="$(cat "$work/ours.log")" -v ct="$(cat "$work/theirs.time")" -v co="$(cat "$work/ours.time")" 'BEGIN {
    split(ct, t, " "); split(co, o, " "); theirs = t[1] + t[2]; ours = o[1] + o[2]
    printf "round %d: OpenNLP names %d words/s (%.1f s of processor), ours to coreference %d words/s (%.1f s of processor); ratio %.2f by wall, %.2f by processor\n", r, w / s, theirs, b, ours, b * s / w, theirs / ours }'
done
cat "$work/ours.stages"
