"""Placed to bytes: fonts, PDF, plain-text listing."""
