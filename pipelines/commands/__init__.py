"""The commands of ``downwire``, by what they work on: the web, texts, the result.

Each imports its own step when it runs, so that ``--help`` does not wait for Scrapy, spaCy and
Datasette to load.
"""
