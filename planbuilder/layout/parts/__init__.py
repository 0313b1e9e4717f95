"""What a card is made of: every part is a box that knows its width, its height and its marks."""
