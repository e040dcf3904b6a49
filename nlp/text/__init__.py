"""The text itself: tokens, sentences, spans."""
