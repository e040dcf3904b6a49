"""What readers see: Datasette metadata, exports, tables."""
