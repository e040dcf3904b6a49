"""Scrapy spiders: each requests, hands the bytes to a parser, and yields Documents."""
