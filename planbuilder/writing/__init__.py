"""From what was decided back to YAML: a plan written out, and the session that a suggestion proposes."""
