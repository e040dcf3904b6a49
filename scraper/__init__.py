"""The web, made into Documents: fetching at the rim, parsers that take bytes inside."""
