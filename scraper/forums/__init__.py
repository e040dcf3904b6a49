"""One module a forum platform: its payload in, Documents out; no network."""
