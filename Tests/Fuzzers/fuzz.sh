#!/bin/sh
# Feeds each reader changed inputs for some seconds: sh Tests/Fuzzers/fuzz.sh SECONDS [READER…]
#
# What was found to reach new code is kept in .build-fuzz/corpus. An input that traps, hangs or takes too much memory is
# written to .build-fuzz/found; the same command with the file in place of SECONDS reads it again.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- yaml template markdown csv
FUZZ=1 swift build --product Fuzzers --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer -Xcc -fsanitize=fuzzer-no-link
# The handler of Swift would end the program before libFuzzer can write the input.
export SWIFT_BACKTRACE=enable=no
mkdir -p .build-fuzz/found
for reader in "$@"; do
    export FUZZ_READER="$reader"
    if [ -f "$seconds" ]; then
        .build-fuzz/debug/Fuzzers "$seconds"
        continue
    fi
    mkdir -p ".build-fuzz/corpus/$reader"
    echo "fuzzing $reader for $seconds seconds"
    .build-fuzz/debug/Fuzzers ".build-fuzz/corpus/$reader" "Tests/Fuzzers/Corpus/$reader" \
        -dict="Tests/Fuzzers/Words/$reader.txt" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
        -artifact_prefix=".build-fuzz/found/$reader-" -print_final_stats=1 >".build-fuzz/$reader.log" 2>&1 || {
        tail -30 ".build-fuzz/$reader.log"
        exit 1
    }
    grep -E 'DONE|number_of_executed_units|peak_rss' ".build-fuzz/$reader.log"
done
