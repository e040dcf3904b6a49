"""The demo newsroom: a small web of our own, and the server that answers for it."""
