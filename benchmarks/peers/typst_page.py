"""Typst, compiled in process from a template; the JSON file goes straight to it."""

import sys
from pathlib import Path

import typst
from page import FONTS

if __name__ == "__main__":
    source, target = sys.argv[1:3]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    compiler = typst.Compiler(
        str(Path(__file__).with_name("page.typ")),
        root="/",
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"file": str(Path(source).resolve())},
    )
    compiler.compile(output=target)
