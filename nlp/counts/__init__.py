"""How many: figures, their bounds and what they count."""
