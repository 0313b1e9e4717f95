"""What can be said of finished pages: how they will print, and what they look like."""
