"""Claims in, incidents and conflicts out: pure, and the same whatever the order of arrival."""
