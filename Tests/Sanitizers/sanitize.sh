#!/bin/sh
# Runs the tests under a sanitizer: sh Tests/Sanitizers/sanitize.sh address|thread [FILTER]
#
# XCTest's own runner leaks, so that only Swift Testing runs. Template rendering looks at the address of its stack, which
# the fake stacks of AddressSanitizer would move.
set -eu
cd "$(dirname "$0")/../.."
kind=$1
filter=${2:-Tests}
export ASAN_OPTIONS=detect_stack_use_after_return=0
export LSAN_OPTIONS=suppressions=Tests/Sanitizers/leaks.txt:print_suppressions=0
export TSAN_OPTIONS=halt_on_error=1
swift build --build-tests --sanitize="$kind" --scratch-path ".build-$kind" 2>&1 | grep -v 'Cannot export local symbol'
swift test --skip-build --disable-xctest --sanitize="$kind" --scratch-path ".build-$kind" --filter "$filter" \
    >".build-$kind/tests.log" 2>&1 || {
    grep -a -E 'recorded an issue|ERROR: |WARNING: |SUMMARY: |#[0-9]+ .*Sources/' ".build-$kind/tests.log" | head -40
    exit 1
}
grep -a 'Test run with' ".build-$kind/tests.log"
