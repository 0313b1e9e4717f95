"""Nouns of the program: frozen records that pass between the stages. No I/O, no decisions."""
