"""Runs the command line: python -m planbuilder."""

import gc

FEW_SEARCHES = 200_000


def main() -> None:
    """Start the command line."""
    gc.set_threshold(FEW_SEARCHES)  # a run makes hardly any garbage; to look for it again and again is dear
    from planbuilder.cli.app import run

    run()


if __name__ == "__main__":
    main()
