"""Runs the command line: python -m planbuilder."""


def main() -> None:
    """Start the command line."""
    from planbuilder.cli.app import run

    run()


if __name__ == "__main__":
    main()
