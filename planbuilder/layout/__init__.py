"""Decided to placed: boxes, lines, pages."""
