"""Plans in YAML to printed exercise cards."""

__version__ = "0.1.0"
