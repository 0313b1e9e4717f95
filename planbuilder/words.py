"""The program's own words in the reader's language; English where there is no catalogue.

A catalogue is `locale/<language>/LC_MESSAGES/planbuilder.po`, and beside it the same compiled, which is what is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

Say = Callable[[str], str]

LOCALE = Path(__file__).parent / "locale"
LANGUAGE = r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"


@cache
def words(language: str) -> Say:
    """How the program says its English words in a language such as "de" or "pt-BR"."""
    if language == "en" or not re.fullmatch(LANGUAGE, language) or re.split("[-_]", language)[0].lower() == "en":
        return str
    import gettext

    return gettext.translation("planbuilder", LOCALE, [language.replace("-", "_")], fallback=True).gettext
