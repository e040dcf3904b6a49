"""When: expressions of time, found, resolved to UTC and to TIMEX3."""
