"""Forums: payload bytes in, one Document a post out; no network."""
