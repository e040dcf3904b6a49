"""One module a status platform: its payload in, Documents out; no network."""
