"""As written to decided: progression, substitution, calendar, words."""
