"""Compares texts with files kept beside the tests; a missing file and one that nobody asks for are failures."""

from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
LARGEST = 200_000


def difference(name: str, text: str, folder: Path = GOLDEN) -> str:
    """What differs between a text and its golden file, in a line; empty where they agree."""
    path = folder / name
    if len(text) > LARGEST:
        return f"{name} is larger than a reader can check"
    if not path.exists():
        return f"{name} is missing: run pytest --renew-golden and read it"
    expected = path.read_text("utf-8")
    if expected == text:
        return ""
    pairs = zip(expected.splitlines(), text.splitlines(), strict=False)
    for number, (old, new) in enumerate(pairs, 1):
        if old != new:
            return f"{name}:{number}: was {old!r}, is {new!r}"
    return f"{name}: {len(expected.splitlines())} lines were, {len(text.splitlines())} are"


def orphans(known: set[str], folder: Path = GOLDEN) -> list[str]:
    """Golden files that no test compares with."""
    return sorted(path.name for path in folder.iterdir() if path.name not in known)


def renew(name: str, text: str, folder: Path = GOLDEN) -> None:
    """Write a golden file."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8", newline="\n")
