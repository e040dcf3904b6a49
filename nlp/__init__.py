"""Text, made into Mentions and Claims; no network, no database."""
