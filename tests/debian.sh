#!/bin/sh
# Debian packages some tests need. Fetched only in CI as root; elsewhere the one line to run is printed.
set -eu
want="chromium tesseract-ocr tesseract-ocr-vie"
missing=""
for package in $want; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if [ "${CI:-}" = "true" ] && [ "$(id -u)" = 0 ]; then
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Some tests will be skipped. To run them too: sudo apt-get install --no-install-recommends$missing"
fi
