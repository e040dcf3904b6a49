"""The gazetteer of GeoNames and what makes it."""
