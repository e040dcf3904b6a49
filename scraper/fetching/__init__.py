"""What stands between the spiders and the network: Scrapy middlewares, its cache and resolver."""
