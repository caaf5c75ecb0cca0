#!/usr/bin/env bash
# Every figure of benchmarks/README.md, from the folder that holds the benchmark data: benchmarks/run_all.sh DATA [OUT]
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(realpath "$1")
out=${2:-$(mktemp -d)}
mkdir -p "$out"
predict() { python benchmarks/predict.py "$@"; }

for input in layout plain nodes flat html; do
  echo "== cleaning, $input, cross-validated by publisher"
  predict cleaning "$data/cleaning" "$out/cleaning-$input.jsonl" --input "$input" --cross-validate
  python "$data/cleaning/score.py" "$data/cleaning/gold.jsonl" "$out/cleaning-$input.jsonl"
done
echo "== quotes"
predict quotes "$data/quotes" "$out/quotes.jsonl"
python "$data/quotes/score.py" --gold "$data/quotes/gold.jsonl" --docs "$data/quotes/docs.jsonl" --pred "$out/quotes.jsonl"
echo "== quotes, with indirect speech"
predict quotes "$data/quotes" "$out/indirect.jsonl" --indirect
python "$data/quotes/score.py" --gold "$data/quotes/gold.jsonl" --docs "$data/quotes/docs.jsonl" --pred "$out/indirect.jsonl"
echo "== quotes, fitted without the measured articles"
python benchmarks/fit_quotes.py "$data/quotes" --held-out
echo "== quotes, marks dropped, doubled, swapped, mixed; very long articles"
python benchmarks/quotes_stress.py "$data/quotes"
echo "== judged by reading: attributions"
python benchmarks/judged_attributions.py "$data"
echo "== the same utterance across outlets"
predict quote-pairs "$data/quotes" "$out/pairs.jsonl"
python "$data/quotes/score_match.py" --quotes "$data/quotes/match_quotes.jsonl" --pairs "$data/quotes/match_pairs.jsonl" \
  --pred "$out/pairs.jsonl"
echo "== reuse"
predict reuse "$data/reuse" "$out/reuse.jsonl"
python "$data/reuse/score.py" "$data/reuse" "$out/reuse.jsonl"
echo "== re-filed stories"
python benchmarks/updates.py "$data"
echo "== topic, people's ratings"
predict human "$data/lee50" "$out/human.npy"
python "$data/lee50/score.py" "$out/human.npy"
echo "== same event"
predict events "$data/similarity/ecbplus_dev.jsonl" "$out/events.json"
python "$data/similarity/score.py" "$data/similarity/ecbplus_dev.jsonl" "$out/events.json"
python "$data/similarity/score.py" "$data/similarity/ecbplus_dev.jsonl" --sim "$out/events.npy"
python benchmarks/events_folders.py "$data/framing"
echo "== how far a pair's score moves when 300 unrelated stories join"
python benchmarks/drift.py "$data"
echo "== wording"
for task in free given; do
  predict wording "$data/framing/wcl" "$out/wording-$task" --task "$task"
  python "$data/framing/score_wcl.py" "$data/framing/wcl" "$out/wording-$task" --task "$task"
done
for judged in mentions facts contrasts silences; do
  echo "== judged by reading: $judged"
  python "benchmarks/judged_$judged.py" "$data/framing"
done
echo "== keyness"
PYTHONPATH=. python "$data/framing/score_terms.py" "$data/framing" --method benchmarks.keyness:rank
