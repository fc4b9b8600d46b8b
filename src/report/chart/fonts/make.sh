#!/usr/bin/env bash
# Cuts the fonts that are built into the program: Noto, under the SIL Open Font License (OFL.txt beside this).
#
# Sources: Debian's fonts-noto-core and fonts-noto-cjk. Tool: pyftsubset, from PyPI's fonttools.
#   apt-get install fonts-noto-core fonts-noto-cjk && pip install fonttools
# Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai; the signs that formulas and marks need; Chinese (all of GB 2312), kana and
# Hangul (KS X 1001). Hints go, since nothing here draws at a few pixels; kerning and shaping stay. The signs of formulas
# (−, ≤, →, √) join the Latin, so that a number is set in one font.
set -euo pipefail
cd "$(dirname "$0")"
noto=/usr/share/fonts/truetype/noto
cjk=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
kept="--no-hinting --layout-features=kern,liga,mark,mkmk,ccmp,locl,init,medi,fina,rlig,calt"

# shellcheck disable=SC2086 # the options are words
cut() { pyftsubset "$1" --output-file="$2" $kept "${@:3}"; }

cut $noto/NotoSans-Regular.ttf latin.ttf --unicodes=20-52F,1E00-1EFF,2000-20BF,2100-218F
cut $noto/NotoSansMath-Regular.ttf signs.ttf --unicodes=2190-2195,2200-22A5,22C5 --drop-tables+=MATH
pyftmerge --drop-tables=vhea,vmtx,MATH --output-file=NotoSans.ttf latin.ttf signs.ttf
rm latin.ttf signs.ttf
cut $noto/NotoSansArabic-Regular.ttf NotoSansArabic.ttf --unicodes=20,28-29,2C-2E,600-6FF,200C-200F
cut $noto/NotoSansHebrew-Regular.ttf NotoSansHebrew.ttf --unicodes=20,28-29,2C-2E,590-5FF
indic=nukt,akhn,rphf,rkrf,pref,blwf,half,abvf,pstf,vatu,cjct,pres,abvs,blws,psts,haln,abvm,blwm,dist
cut $noto/NotoSansDevanagari-Regular.ttf NotoSansDevanagari.ttf --unicodes=20,28-29,2C-2E,900-97F,200C-200D,25CC \
  --layout-features+=$indic
cut $noto/NotoSansThai-Regular.ttf NotoSansThai.ttf --unicodes=20,28-29,2C-2E,E01-E3A,E3F-E5B,200B,25CC
python3 - >characters.txt <<'PYTHON'
def rows(codec, first, last):
    for row in range(first, last):
        for cell in range(0xA1, 0xFF):
            try:
                print(bytes([row, cell]).decode(codec), end="")
            except UnicodeDecodeError:
                pass

rows("gb2312", 0xB0, 0xF8)
rows("euc_kr", 0xB0, 0xC9)
PYTHON
cut $cjk NotoSansCJKsc.otf --font-number=2 --text-file=characters.txt --unicodes=25A0-25CF,3000-30FF,FF00-FFEF
rm characters.txt
